import initSqlJs from 'sql.js';

/** The script that makes the starting database has an error. */
export class ImageError extends Error {
  override readonly name = 'ImageError';
}

/**
 * Makes the SQLite database that both sides start from.
 * @param sql a script of any number of statements
 * @returns the bytes of a database file
 * @throws ImageError with SQLite's own message
 */
export async function imageFromSql(sql: string): Promise<Uint8Array> {
  const { Database } = await initSqlJs();
  const database = new Database();
  try {
    database.exec(sql);
    return database.export();
  } catch (error) {
    throw new ImageError(error instanceof Error ? error.message : String(error));
  } finally {
    database.close();
  }
}
