import { imageFromSql as imageFrom } from '../../inspect/sqlite/image-from-sql';
import { startSqlite } from '../../inspect/sqlite/sqlite';

export { ImageError } from '../../inspect/sqlite/image-error';

/**
 * Makes the SQLite database that both sides start from.
 * @param sql a script of any number of statements
 * @returns the bytes of a database file
 * @throws ImageError with SQLite's own words
 */
export async function imageFromSql(sql: string): Promise<Uint8Array> {
  return imageFrom(await startSqlite(), sql);
}
