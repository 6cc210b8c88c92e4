import { readSchema } from '../image/read-schema';
import { ImageError } from '../sqlite/image-error';
import { imageFromSql } from '../sqlite/image-from-sql';
import { rowsOf } from '../sqlite/read';
import { isSqlite, refusalOf, type Sqlite, withDatabase } from '../sqlite/sqlite';
import { imageFromCsv } from './import-csv';
import { type Imported, ImportRefused } from './imported';
import { notDataBecause } from './sniff';
import { textOf } from './text-of';

/**
 * Makes a starting image of a file: a SQLite database, whatever its name; an SQL script (`.sql`); or a table (`.csv`,
 * `.tsv`, `.txt`). Anything else is refused with a sentence that says what it is.
 *
 * @param name the file's name
 * @param bytes what it holds
 */
export function importFile(sqlite: Sqlite, name: string, bytes: Uint8Array): Imported {
  try {
    return imported(sqlite, name, bytes);
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return { kind: 'refused', message: `${error.message} Nothing was changed.` };
  }
}

const TABLES = /\.(csv|tsv|tab|txt)$/i;
const DATABASES = /\.(sqlite3?|db3?|s3db|sl3)$/i;

function imported(sqlite: Sqlite, name: string, bytes: Uint8Array): Imported {
  if (isSqlite(bytes)) return importSqlite(sqlite, bytes);
  const other = notDataBecause(bytes);
  if (other !== null) throw new ImportRefused(`${other}.`);
  if (DATABASES.test(name))
    throw new ImportRefused('This is no SQLite database, or an encrypted one, although its name says so.');
  if (/\.sql$/i.test(name))
    return { kind: 'image', from: 'sql', image: importSql(sqlite, textOf(bytes)), notes: [] };
  if (TABLES.test(name))
    return { kind: 'image', from: 'csv', image: imageFromCsv(sqlite, name, textOf(bytes)), notes: [] };
  throw new ImportRefused('This is neither a SQLite database, nor an SQL script (.sql), nor a table (.csv).');
}

/** Where the header says how the file is written and read: 2 for a write-ahead log, 1 without. */
const JOURNAL_BYTES = [18, 19] as const;
const WITH_LOG = 2;

function importSqlite(sqlite: Sqlite, bytes: Uint8Array): Imported {
  const image = bytes.slice();
  const notes: string[] = [];
  if (JOURNAL_BYTES.some((place) => image[place] === WITH_LOG)) {
    for (const place of JOURNAL_BYTES) image[place] = 1;
    notes.push(
      'This database keeps a write-ahead log: what is still in the file beside it (-wal) is not here.',
    );
  }
  const damage = withDatabase(sqlite, image, (database) => {
    try {
      readSchema(database);
      const [[found] = []] = rowsOf(database, 'PRAGMA quick_check(1)');
      return found === 'ok' ? null : String(found).replace(/^\*\*\* in database main \*\*\*\s*/, '');
    } catch (error) {
      const why = refusalOf(error);
      // A constraint may use a function that the program which made the database brings along.
      return /^(no such (function|collation)|unknown function)/.test(why) ? null : why;
    }
  });
  if (damage !== null) throw new ImportRefused(`This SQLite database is damaged: ${damage.trim()}.`);
  return { kind: 'image', from: 'sqlite', image, notes };
}

const OTHER_DUMPS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^-- PostgreSQL database dump/m, 'PostgreSQL'],
  [/^-- (?:MySQL|MariaDB) dump/m, 'MySQL or MariaDB'],
];

function importSql(sqlite: Sqlite, text: string): Uint8Array {
  try {
    return imageFromSql(sqlite, text);
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    const other = OTHER_DUMPS.find(([mark]) => mark.test(text))?.[1];
    const hint = other === undefined ? '' : ` It was written by ${other}, whose SQL is not SQLite's.`;
    throw new ImportRefused(`This script cannot be run: ${error.why}.${hint}`);
  }
}
