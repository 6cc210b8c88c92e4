import type { Database } from 'sql.js';
import { quoted, rowOf, withStatement } from '../sqlite/read';
import { type ShownValue, shown } from '../values';
import { keyOf } from './read-schema';
import type { Table } from './schema';

/** Which rows of a table are wanted. */
export interface RowsWanted {
  /** How many rows come before. */
  readonly offset: number;
  readonly limit: number;
  /** Without one, in the order in which the table keeps them. */
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
}

export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ShownValue[])[];
  /** Whether more come after. */
  readonly more: boolean;
}

/**
 * Reads some rows of a table or view. NULL sorts before numbers, those before text, that before blobs; rows that
 * sort alike keep the table's order, so that pages never overlap.
 *
 * @throws SQLite's error, as for a view that names a table that is gone
 */
export function readRows(database: Database, table: Table, { offset, limit, sort }: RowsWanted): Rows {
  const names = table.columns.filter(({ kind }) => kind !== 'hidden').map(({ name }) => name);
  const sorted = names.find((name) => name === sort?.column);
  const order = [
    ...(sorted === undefined ? [] : [`${quoted(sorted)}${sort?.descending === true ? ' DESC' : ''}`]),
    ...placeOf(table),
  ];
  const sql =
    `SELECT ${names.map(quoted).join(', ')} FROM ${quoted(table.name)}` +
    `${order.length === 0 ? '' : ` ORDER BY ${order.join(', ')}`} LIMIT ${limit + 1} OFFSET ${offset}`;
  return withStatement(database, sql, (statement) => {
    const rows: ShownValue[][] = [];
    let more = false;
    while (statement.step()) {
      if (rows.length === limit) more = true;
      else rows.push(rowOf(statement).map((value) => shown(value)));
    }
    return { columns: names, rows, more };
  });
}

/** What tells the rows of a table apart and so puts them in one order: none for a view. */
function placeOf(table: Table): string[] {
  const rowid = rowidOf(table);
  return rowid === null ? keyOf(table.columns).map(quoted) : [rowid];
}

/** A name by which a table's rowid can be had, or null: a column may bear any of its names. */
export function rowidOf({ kind, withoutRowid, columns }: Table): string | null {
  if (kind === 'view' || withoutRowid) return null;
  const taken = new Set(columns.map(({ name }) => name.toLowerCase()));
  return ['rowid', '_rowid_', 'oid'].find((name) => !taken.has(name)) ?? null;
}
