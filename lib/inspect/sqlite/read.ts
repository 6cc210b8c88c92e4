import type { BindParams, Database, Statement } from 'sql.js';
import type { StoredValue } from '../values';

/** Prepares the first statement of an SQL text, gives it to a function, and lets go of it. */
export function withStatement<T>(database: Database, sql: string, use: (statement: Statement) => T): T {
  const statement = database.prepare(sql);
  try {
    return use(statement);
  } finally {
    statement.free();
  }
}

/** The row that a statement stands on, each value by its storage class. */
export function rowOf(statement: Statement): StoredValue[] {
  return (statement as unknown as WholeStatement).get(null, { useBigInt: true });
}

/** The bytes of a text or blob of the row that `rowOf` gave last, text in UTF-8 whether it is well-formed or not. */
export function bytesOf(statement: Statement, column: number): Uint8Array {
  return (statement as unknown as WholeStatement).getBlob(column);
}

/** What sql.js documents and its types lack. */
interface WholeStatement {
  readonly get: (params: null, config: { useBigInt: true }) => StoredValue[];
  readonly getBlob: (column: number) => Uint8Array;
}

/** All rows that a query finds. */
export function rowsOf(database: Database, sql: string, params: BindParams = null): StoredValue[][] {
  return withStatement(database, sql, (statement) => {
    const rows: StoredValue[][] = [];
    statement.bind(params);
    while (statement.step()) rows.push(rowOf(statement));
    return rows;
  });
}

/** The first value of the first row as a number; 0 when there is none. */
export function numberOf(database: Database, sql: string): number {
  return Number(rowsOf(database, sql)[0]?.[0] ?? 0);
}

/** An identifier as SQL has it: `the "name"` in quotes. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
