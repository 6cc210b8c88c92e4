/** The only door to SQLite in the page. The worker and the messages behind it are nobody's business. */
export {
  type CellReport,
  type RowReport,
  reportChanges,
  type TableReport,
  type WholeRow,
} from './changes/change-report';
export type {
  ChangedRow,
  Changes,
  Counted,
  RowKey,
  RowValues,
  SchemaChange,
  TableChanges,
} from './changes/changes';
export { type CodeLine, writesOf } from './changes/writes';
export { blobLiteral } from './export/literal';
export type { Rows, RowsWanted } from './image/read-rows';
export type {
  Column,
  ForeignKey,
  Index,
  IndexColumn,
  Schema,
  Table,
  TableKind,
  Trigger,
} from './image/schema';
export { IMPORT_LIMIT_BYTES, type Imported } from './import/imported';
export { createInspector, type Inspector } from './inspector';
export { InspectorError } from './inspector-error';
export type { OpenImage } from './open-image';
export { sayCostlyWork } from './plan/costly-work';
export type { PlanParams } from './plan/params';
export type { Plan, PlanIndex, PlanSource, PlanStep, PlanWithIndex, PlanWork, SearchKey } from './plan/plan';
export { suggestIndex } from './plan/suggest-index';
export type { Position, QueryResult, Refused, StatementResult } from './query/query-result';
export { ImageError } from './sqlite/image-error';
export { type CutValue, isCut, type ShownValue, type StoredValue } from './values';
