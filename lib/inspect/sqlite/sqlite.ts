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

/** How every database file begins. */
const HEADER = 'SQLite format 3\0';

/** Whether bytes begin as every SQLite database does. */
export function isSqlite(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, HEADER.length)) === HEADER;
}

/**
 * Opens a copy of a database; whoever asks for it closes it.
 * @param image the bytes of a database file; none for an empty database
 * @throws SQLite's error when they are something else, which it itself does not always see
 */
export function openDatabase(sqlite: Sqlite, image: Uint8Array | null): Database {
  if (image !== null && image.length > 0 && !isSqlite(image)) throw new Error('file is not a database');
  return new sqlite.Database(image);
}

/**
 * Gives a copy of a database to a function and closes it after.
 * @param image the bytes of a database file; none for an empty database
 * @throws SQLite's error when they are something else
 */
export function withDatabase<T>(sqlite: Sqlite, image: Uint8Array | null, use: (database: Database) => T): T {
  const database = openDatabase(sqlite, image);
  try {
    return use(database);
  } finally {
    database.close();
  }
}
