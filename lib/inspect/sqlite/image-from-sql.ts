import type { Database } from 'sql.js';
import { ImageError } from './image-error';
import { refusalOf, type Sqlite, withDatabase } from './sqlite';

/**
 * Makes the SQLite database that both sides start from.
 *
 * @param sql a script of any number of statements; what its queries find is dropped
 * @returns the bytes of a database file
 * @throws ImageError with SQLite's own words
 */
export function imageFromSql(sqlite: Sqlite, sql: string): Uint8Array {
  // SQLite would take it for the end of the script, and leave out the rest without a word.
  if (sql.includes('\0')) throw new ImageError('it contains a NUL character');
  return withDatabase(sqlite, null, (database) => {
    try {
      database.run(sql);
    } catch (error) {
      throw new ImageError(refusalOf(error));
    }
    if (isInTransaction(database)) throw new ImageError('it begins a transaction that it does not end');
    return database.export();
  });
}

/** What only works outside a transaction, and changes nothing, tells. */
function isInTransaction(database: Database): boolean {
  try {
    database.run('BEGIN; ROLLBACK');
    return false;
  } catch {
    return true;
  }
}
