import { compareImages } from '../trace/equivalence/compare-images';
import type { ImageTable } from '../trace/equivalence/image';
import { changesBetween } from './changes/changes-between';
import type { AnswerMessage, AskMessage, Commands } from './contract';
import { csvOf } from './export/csv';
import { dumpSql } from './export/dump';
import { readRows } from './image/read-rows';
import { tablesOf } from './image/tables-of';
import { importFile } from './import/import-file';
import { InspectorError, NotOpenError } from './inspector-error';
import { createOpenImages, readable, tableNamed } from './open-images';
import { explain, explainWith } from './plan/explain';
import { runQuery } from './query/run-query';
import { ImageError } from './sqlite/image-error';
import { imageFromSql } from './sqlite/image-from-sql';
import { type Sqlite, withDatabase } from './sqlite/sqlite';

/** What SQLite may take for itself: a statement that wants more is refused, where it would else end the worker. */
const MOST_MEMORY_BYTES = 512 * 1024 * 1024;

/** All that the inspector can do, on one SQLite. */
export function createCommands(sqlite: Sqlite): Commands {
  withDatabase(sqlite, null, (database) => database.run(`PRAGMA hard_heap_limit = ${MOST_MEMORY_BYTES}`));
  const images = createOpenImages(sqlite);
  return {
    imageFromSql: (sql) => imageFromSql(sqlite, sql),
    importFile: (name, bytes) => importFile(sqlite, name, bytes),
    changesBetween: (before, after, limitRows) =>
      readable(() => changesBetween(sqlite, before, after, limitRows)),
    tablesOf: (image) => readable(() => withDatabase(sqlite, image, tablesOf)),
    compareImages: (django, sqlalchemy, mostRows) =>
      readable(() => compareImages(tablesIn(sqlite, django), tablesIn(sqlite, sqlalchemy), mostRows)),
    open: images.open,
    close: images.close,
    rows: (id, table, wanted) =>
      images.read(id, (image) => readRows(image.database, tableNamed(image, table), wanted)),
    query: (id, sql, limitRows) => images.read(id, ({ bytes }) => runQuery(sqlite, bytes, sql, limitRows)),
    explain: (id, sql, params) => images.read(id, ({ bytes }) => explain(sqlite, bytes, sql, params)),
    explainWith: (id, indexSql, sql, params) =>
      images.read(id, ({ bytes }) => explainWith(sqlite, bytes, indexSql, sql, params)),
    dump: (id) => images.read(id, ({ database }) => dumpSql(database)),
    csv: (id, table) => images.read(id, (image) => csvOf(image.database, tableNamed(image, table))),
  };
}

/** The tables of a database; no bytes at all are one without any. */
function tablesIn(sqlite: Sqlite, image: Uint8Array): ImageTable[] {
  return withDatabase(sqlite, image.length === 0 ? null : image, tablesOf);
}

/** Carries out one question; never throws. */
export function answer(commands: Commands, { id, name, args }: AskMessage): AnswerMessage {
  const command: (...given: readonly never[]) => unknown = commands[name];
  try {
    return { id, kind: 'value', value: command(...(args as readonly never[])) };
  } catch (error) {
    if (error instanceof ImageError) return { id, kind: 'image-error', why: error.why };
    if (error instanceof NotOpenError) return { id, kind: 'not-open' };
    if (error instanceof InspectorError) return { id, kind: 'unreadable', message: error.message };
    return fault(id, error);
  }
}

/** The answer to a question that could not be dealt with at all. */
export function fault(id: number, error: unknown): AnswerMessage {
  return { id, kind: 'fault', message: error instanceof Error ? error.message : String(error) };
}
