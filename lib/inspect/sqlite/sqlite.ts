import initSqlJs, { type Database, type SqlJsStatic } from 'sql.js';

/** SQLite, ready to open databases in memory. */
export type Sqlite = SqlJsStatic;

/**
 * Starts SQLite.
 * @param module its code where it is compiled already; without it, in Node, it is read from the package
 */
export function startSqlite(module?: WebAssembly.Module): Promise<Sqlite> {
  if (module === undefined) return initSqlJs();
  return new Promise((resolve, reject) => {
    const starting = initSqlJs({
      instantiateWasm: (imports, done) => {
        WebAssembly.instantiate(module, imports).then((instance) => done(instance), reject);
        return {};
      },
    });
    starting.then(resolve, reject);
  });
}

/**
 * SQLite's own words for what it refused.
 * @throws the error itself when it is no refusal but the end of this SQLite, as when its memory is full
 */
export function refusalOf(error: unknown): string {
  if (error instanceof Error && !(error instanceof WebAssembly.RuntimeError)) return error.message;
  throw error;
}

/**
 * Gives a database to a function and closes it after.
 * @param image the bytes of a database file; none for an empty database
 */
export function withDatabase<T>(sqlite: Sqlite, image: Uint8Array | null, use: (database: Database) => T): T {
  const database = new sqlite.Database(image);
  try {
    return use(database);
  } finally {
    database.close();
  }
}
