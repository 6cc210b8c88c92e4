import type { Database } from 'sql.js';
import type { ImageTable } from '../../trace/equivalence/image';
import { quoted, rowsOf } from '../sqlite/read';
import { keyOf, readSchema } from './read-schema';

/**
 * Takes all tables out of a database with all their rows and whole values, to be compared with another's. Views are left
 * out, and what virtual tables keep for themselves.
 *
 * @throws SQLite's error when it cannot be read
 */
export function tablesOf(database: Database): ImageTable[] {
  return readSchema(database)
    .tables.filter(({ kind }) => kind === 'table' || kind === 'virtual')
    .map(({ name, columns: all }) => {
      const columns = all.filter(({ kind }) => kind !== 'hidden').map((column) => column.name);
      const rows = rowsOf(database, `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)}`);
      return { name, columns, primaryKey: keyOf(all), rows };
    });
}
