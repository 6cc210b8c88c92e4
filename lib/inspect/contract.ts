import type { ImageTable, TableComparison } from '../trace/equivalence/image';
import type { Changes } from './changes/changes';
import type { Rows, RowsWanted } from './image/read-rows';
import type { Schema } from './image/schema';
import type { Imported } from './import/imported';
import type { PlanParams } from './plan/params';
import type { Plan, PlanWithIndex } from './plan/plan';
import type { QueryResult } from './query/query-result';

/** What an open image is called between the page and the worker. */
export type ImageId = number;

/** What the page asks the inspector's worker, by name; each is answered in turn. */
export interface Commands {
  readonly imageFromSql: (sql: string) => Uint8Array;
  readonly importFile: (name: string, bytes: Uint8Array) => Imported;
  readonly changesBetween: (before: Uint8Array, after: Uint8Array, limitRows: number) => Changes;
  readonly tablesOf: (image: Uint8Array) => ImageTable[];
  readonly compareImages: (django: Uint8Array, sqlalchemy: Uint8Array, mostRows: number) => TableComparison[];
  readonly open: (id: ImageId, image: Uint8Array) => Schema;
  readonly close: (id: ImageId) => void;
  readonly rows: (id: ImageId, table: string, wanted: RowsWanted) => Rows;
  readonly query: (id: ImageId, sql: string, limitRows: number) => QueryResult;
  readonly explain: (id: ImageId, sql: string, params: PlanParams | null) => Plan;
  readonly explainWith: (
    id: ImageId,
    indexSql: string,
    sql: string,
    params: PlanParams | null,
  ) => PlanWithIndex;
  readonly dump: (id: ImageId) => string;
  readonly csv: (id: ImageId, table: string) => string;
}

export type CommandName = keyof Commands;

/** The first message over the port: SQLite's code, compiled by the page once for all workers. */
export interface StartMessage {
  readonly module: WebAssembly.Module;
}

/** One question. */
export interface AskMessage {
  readonly id: number;
  readonly name: CommandName;
  readonly args: readonly unknown[];
}

/** Its answer. */
export type AnswerMessage =
  | { readonly id: number; readonly kind: 'value'; readonly value: unknown }
  /** SQLite refuses a script, in these words. */
  | { readonly id: number; readonly kind: 'image-error'; readonly why: string }
  /** SQLite cannot read what it was given; a sentence. */
  | { readonly id: number; readonly kind: 'unreadable'; readonly message: string }
  /** The worker is a new one, which has not seen the image. */
  | { readonly id: number; readonly kind: 'not-open' }
  /** The worker itself failed. */
  | { readonly id: number; readonly kind: 'fault'; readonly message: string };
