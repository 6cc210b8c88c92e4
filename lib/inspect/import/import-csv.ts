import Papa from 'papaparse';
import { quoted } from '../sqlite/read';
import { refusalOf, type Sqlite, withDatabase } from '../sqlite/sqlite';
import { type ColumnType, columnType } from './column-type';
import { ImportRefused } from './imported';

/**
 * Makes a database with one table of a CSV file, whose first row names the columns. The separator is found out.
 * A column `id` of different whole numbers becomes the primary key. An empty field becomes NULL.
 *
 * @param fileName names the table
 * @throws ImportRefused with a sentence that says what is wrong with the file, and in which row
 */
export function imageFromCsv(sqlite: Sqlite, fileName: string, text: string): Uint8Array {
  const [head, ...rows] = readCsv(text);
  if (head === undefined) throw new ImportRefused('This file has no row that could name the columns.');
  rows.forEach((row, index) => {
    if (row.length <= head.length) return;
    throw new ImportRefused(
      `Row ${index + 2} of this file has ${row.length} values, and its first row names ${head.length} columns.`,
    );
  });
  const columns = columnNames(head).map((name, index) => {
    const values = rows.map((row) => row[index] ?? null);
    return { name, values, type: columnType(values) };
  });
  const table = quoted(tableName(fileName));
  return withDatabase(sqlite, null, (database) => {
    try {
      database.run(`BEGIN; CREATE TABLE ${table} (${columns.map(definition).join(', ')})`);
      const insert = database.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`);
      for (const index of rows.keys()) insert.run(columns.map(({ values }) => values[index] ?? null));
      insert.free();
      database.run('COMMIT');
    } catch (error) {
      throw new ImportRefused(`This file cannot become a table: ${refusalOf(error)}.`);
    }
    return database.export();
  });
}

/** Rows of fields, an empty one null. A line without anything is no row, unless there is but one column. */
function readCsv(text: string): (string | null)[][] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/\r?\n$|\r$/, ''));
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken !== undefined) {
    const row = (broken.row ?? 0) + 1;
    throw new ImportRefused(
      `Row ${row} of this file has a quotation mark that is not closed, or text behind one.`,
    );
  }
  const single = data[0]?.length === 1;
  return data
    .filter((row) => single || row.length > 1 || row[0] !== '')
    .map((row) => row.map((field) => (field === '' ? null : field)));
}

interface CsvColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly values: readonly (string | null)[];
}

function definition({ name, type, values }: CsvColumn): string {
  const isKey =
    name.toLowerCase() === 'id' &&
    type === 'INTEGER' &&
    !values.includes(null) &&
    new Set(values).size === values.length;
  return `${quoted(name)} ${type}${isKey ? ' PRIMARY KEY' : ''}`;
}

/** Names for all columns, none twice, whatever their case: `column_3` for one without, `name_2` for a second. */
function columnNames(head: readonly (string | null)[]): string[] {
  const taken = new Set<string>();
  return head.map((field, index) => {
    const wanted = (field ?? '').replaceAll('\0', '').trim() || `column_${index + 1}`;
    let name = wanted;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted}_${count}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** A name that both ORMs can map without quotes: `My books (2).csv` becomes `my_books_2`. */
function tableName(fileName: string): string {
  const name = fileName
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  if (name === '') return 'data';
  return /^\p{N}|^sqlite_/u.test(name) ? `t_${name}` : name;
}
