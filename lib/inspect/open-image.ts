import type { Asker } from './asker';
import type { CommandName, Commands, ImageId } from './contract';
import type { Rows, RowsWanted } from './image/read-rows';
import type { Schema } from './image/schema';
import { NotOpenError, TookTooLongError } from './inspector-error';
import type { PlanParams } from './plan/params';
import type { Plan, PlanWithIndex } from './plan/plan';
import type { QueryResult } from './query/query-result';

/** How long questions may take, in ms. */
export interface InspectorLimits {
  /** Statements of a person's, who waits for them. */
  readonly queryMs: number;
  /** Reading some of a database. */
  readonly readMs: number;
  /** Making, comparing or writing a whole one. */
  readonly wholeMs: number;
}

const DEFAULT_QUERY_ROWS = 1_000;

/** A database that is being looked at. Nothing that is done here changes its bytes. */
export interface OpenImage {
  readonly bytes: Uint8Array;
  readonly schema: Schema;
  /**
   * Some rows of a table or view.
   * @throws InspectorError when SQLite cannot read it, or takes too long, as a view may
   */
  readonly rows: (table: string, wanted: RowsWanted) => Promise<Rows>;
  /**
   * Runs statements on a copy that is thrown away afterwards.
   * @param limitRows how many rows of each are kept
   * @returns what each gave; what SQLite refuses, or takes too long for, is a value
   */
  readonly query: (sql: string, limitRows?: number) => Promise<QueryResult>;
  /** How SQLite would carry out a statement, which is not run. */
  readonly explain: (sql: string, params?: PlanParams | null) => Promise<Plan>;
  /** The same, as things are and with one index more. */
  readonly explainWith: (indexSql: string, sql: string, params?: PlanParams | null) => Promise<PlanWithIndex>;
  /** The whole database as an SQL script that makes it again. */
  readonly dump: () => Promise<string>;
  /** A table or view as CSV. */
  readonly csv: (table: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** The arguments of a command behind the image's name. */
type Rest<Name extends CommandName> =
  Parameters<Commands[Name]> extends [ImageId, ...infer Others] ? Others : never;
type ImageCommand = 'rows' | 'query' | 'explain' | 'explainWith' | 'dump' | 'csv';

/**
 * Opens an image in the worker. When the worker had to be ended in between, its successor is given the image anew.
 * @throws InspectorError when the bytes are no database, or a damaged one
 */
export async function openImage(
  asker: Asker,
  { queryMs, readMs, wholeMs }: InspectorLimits,
  id: ImageId,
  bytes: Uint8Array,
): Promise<OpenImage> {
  const schema = await asker.ask(readMs, 'open', id, bytes);
  let open = true;
  const ask = async <Name extends ImageCommand>(
    limitMs: number,
    name: Name,
    ...rest: Rest<Name>
  ): Promise<ReturnType<Commands[Name]>> => {
    const args = [id, ...rest] as unknown as Parameters<Commands[Name]>;
    try {
      return await asker.ask(limitMs, name, ...args);
    } catch (error) {
      if (!(error instanceof NotOpenError) || !open) throw error;
      await asker.ask(readMs, 'open', id, bytes);
      return asker.ask(limitMs, name, ...args);
    }
  };
  return {
    bytes,
    schema,
    rows: (table, wanted) => ask(readMs, 'rows', table, wanted),
    query: async (sql, limitRows = DEFAULT_QUERY_ROWS) => {
      try {
        return await ask(queryMs, 'query', sql, limitRows);
      } catch (error) {
        if (!(error instanceof TookTooLongError)) throw error;
        return { statements: [], refused: { message: error.message, position: null } };
      }
    },
    explain: (sql, params = null) => ask(readMs, 'explain', sql, params),
    explainWith: (indexSql, sql, params = null) => ask(readMs, 'explainWith', indexSql, sql, params),
    dump: () => ask(wholeMs, 'dump'),
    csv: (table) => ask(wholeMs, 'csv', table),
    close: () => {
      open = false;
      return asker.ask(readMs, 'close', id);
    },
  };
}
