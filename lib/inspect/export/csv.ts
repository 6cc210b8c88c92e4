import Papa from 'papaparse';
import type { Database } from 'sql.js';
import { rowidOf } from '../image/read-rows';
import { keyOf } from '../image/read-schema';
import type { Table } from '../image/schema';
import { quoted, rowsOf } from '../sqlite/read';
import type { StoredValue } from '../values';
import { blobLiteral } from './literal';

/**
 * Writes a table or view as CSV in UTF-8, as RFC 4180 has it: the names of the columns first, NULL as nothing, an empty
 * text as `""`, a blob as SQL has it, numbers so that they are read as what they are.
 *
 * @throws SQLite's error when it cannot be read
 */
export function csvOf(database: Database, table: Table): string {
  const names = table.columns.filter(({ kind }) => kind !== 'hidden').map(({ name }) => name);
  const order = rowidOf(table) ?? keyOf(table.columns).map(quoted).join(', ');
  const rows = rowsOf(
    database,
    `SELECT ${names.map(quoted).join(', ')} FROM ${quoted(table.name)}${order === '' ? '' : ` ORDER BY ${order}`}`,
  );
  const data = [names, ...rows.map((row) => row.map(fieldOf))];
  return `${Papa.unparse(data, { newline: '\r\n', quotes: (field: unknown) => field === '' })}\r\n`;
}

function fieldOf(value: StoredValue): string | null {
  if (value === null || typeof value === 'string') return value;
  if (value instanceof Uint8Array) return blobLiteral(value);
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 1e21
    ? `${value}.0`
    : String(value);
}
