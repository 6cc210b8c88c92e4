import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { csvOf } from '../export/csv';
import { readSchema } from '../image/read-schema';
import { imageFromSql } from '../sqlite/image-from-sql';
import { rowsOf } from '../sqlite/read';
import { type Sqlite, startSqlite, withDatabase } from '../sqlite/sqlite';
import { importFile } from './import-file';
import { IMPORT_LIMIT_BYTES, tooLarge } from './imported';

let sqlite: Sqlite;
beforeAll(async () => {
  sqlite = await startSqlite();
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

function accepted(name: string, content: Uint8Array): Uint8Array {
  const imported = importFile(sqlite, name, content);
  if (imported.kind === 'refused') throw new Error(imported.message);
  return imported.image;
}

function rows(image: Uint8Array, sql: string) {
  return withDatabase(sqlite, image, (database) => rowsOf(database, sql));
}

function refusal(name: string, content: Uint8Array): string {
  const imported = importFile(sqlite, name, content);
  return imported.kind === 'refused' ? imported.message : `taken for ${imported.from}`;
}

describe('a SQLite database', () => {
  it('is taken as it is, whatever its name', () => {
    const image = imageFromSql(sqlite, 'CREATE TABLE a (n); INSERT INTO a VALUES (1)');
    expect(importFile(sqlite, 'photo.png', image)).toEqual({
      kind: 'image',
      from: 'sqlite',
      image,
      notes: [],
    });
  });

  it('can be read also when it was written with a write-ahead log, which is said', () => {
    const image = imageFromSql(sqlite, 'CREATE TABLE a (n); INSERT INTO a VALUES (1)');
    image.fill(2, 18, 20);
    const given = image.slice();
    const imported = importFile(sqlite, 'a.db', image);
    expect(imported).toMatchObject({ kind: 'image', notes: [expect.stringContaining('write-ahead log')] });
    expect(rows(accepted('a.db', image), 'SELECT * FROM a')).toEqual([[1n]]);
    expect(image).toEqual(given);
  });

  it('is refused when it is damaged', () => {
    const image = imageFromSql(sqlite, `CREATE TABLE a (n); INSERT INTO a VALUES ('${'x'.repeat(20_000)}')`);
    expect(refusal('a.db', image.slice(0, 100))).toMatch(
      /^This SQLite database is damaged: .+\. Nothing was changed\.$/,
    );
    image.fill(0xff, 4_096, 8_192);
    expect(refusal('a.db', image)).toMatch(/^This SQLite database is damaged: .+\. Nothing was changed\.$/);
  });

  it('may have constraints that need functions of another program', () => {
    const image = withDatabase(sqlite, null, (database) => {
      database.create_function('far', (_n: unknown) => 1);
      database.run('CREATE TABLE a (n CHECK (far(n))); INSERT INTO a VALUES (1)');
      return database.export();
    });
    expect(rows(accepted('a.sqlite3', image), 'SELECT n FROM a')).toEqual([[1n]]);
  });
});

describe('an SQL script', () => {
  it('is run', () => {
    expect(
      rows(accepted('Start.SQL', bytes("CREATE TABLE a (n); INSERT INTO a VALUES ('é')")), 'SELECT * FROM a'),
    ).toEqual([['é']]);
  });

  it.each([
    ['CREATE TABEL a', 'This script cannot be run: near "TABEL": syntax error. Nothing was changed.'],
    [
      '-- PostgreSQL database dump\nSET search_path = x;',
      `This script cannot be run: near "SET": syntax error. It was written by PostgreSQL, whose SQL is not SQLite's. Nothing was changed.`,
    ],
  ])('is refused in SQLite’s words: %j', (sql, message) => {
    expect(refusal('a.sql', bytes(sql))).toBe(message);
  });
});

describe('a CSV file', () => {
  it('becomes a table named by the file, with types found out', () => {
    const csv = 'id,Title,price,printed,isbn\r\n1,"One, or ""two""",12.50,2026-11-25,0012\r\n2,,3,,\r\n';
    const image = accepted('Günther’s Books (2).csv', bytes(csv));
    const [table] = withDatabase(sqlite, image, readSchema).tables;
    expect(table?.name).toBe('günther_s_books_2');
    expect(table?.columns.map(({ name, type, primaryKey }) => [name, type, primaryKey])).toEqual([
      ['id', 'INTEGER', 1],
      ['Title', 'TEXT', 0],
      ['price', 'REAL', 0],
      ['printed', 'TEXT', 0],
      ['isbn', 'TEXT', 0],
    ]);
    expect(rows(image, 'SELECT * FROM "günther_s_books_2"')).toEqual([
      [1n, 'One, or "two"', 12.5, '2026-11-25', '0012'],
      [2n, null, 3, null, null],
    ]);
  });

  it.each([
    ['semicolons', 'a;b\n1;2'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['a byte order mark and old line ends', '\ufeffa,b\r1,2\r'],
    ['empty lines', 'a,b\n\n1,2\n\n'],
  ])('may have %s', (_what, csv) => {
    expect(rows(accepted('2026.csv', bytes(csv)), 'SELECT a, b FROM t_2026')).toEqual([[1n, 2n]]);
  });

  it('may be in UTF-16, and lack values at the end of a row', () => {
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(new Uint16Array([...'a,b\né'].map((c) => c.charCodeAt(0))).buffer),
    ]);
    expect(rows(accepted('x.txt', wide), 'SELECT a, b FROM x')).toEqual([['é', null]]);
  });

  it('gets names for columns that have none, and for a second of the same', () => {
    const image = accepted('.csv', bytes('a,,A,a_2\n1,2,3,4'));
    expect(rows(image, "SELECT name FROM pragma_table_info('data')").flat()).toEqual([
      'a',
      'column_2',
      'A_2',
      'a_2_2',
    ]);
  });

  it('has no primary key where numbers in `id` repeat or are missing', () => {
    for (const csv of ['id,n\n1,1\n1,2', 'id,n\n1,1\n,2', 'id,n\nx,1']) {
      const [table] = withDatabase(sqlite, accepted('a.csv', bytes(csv)), readSchema).tables;
      expect(table?.columns[0]?.primaryKey).toBe(0);
    }
  });

  it.each([
    [
      'a,b\n1,2\n1,2,3',
      'Row 3 of this file has 3 values, and its first row names 2 columns. Nothing was changed.',
    ],
    [
      'a,b\n1,"x',
      'Row 2 of this file has a quotation mark that is not closed, or text behind one. Nothing was changed.',
    ],
    ['\n', 'This file has no row that could name the columns. Nothing was changed.'],
  ])('is refused when it is broken: %j', (csv, message) => {
    expect(refusal('a.csv', bytes(csv))).toBe(message);
  });

  it('comes back as it was written from a table', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('"', ',', ';', '\n', '\r', '\t', ' ', '\0', 'é', '😀', '='),
        fc.string({ minLength: 1, maxLength: 1 }),
      ),
    });
    const row = fc.tuple(
      fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
      fc.option(
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((real) => (Object.is(real, -0) ? 0 : real)),
      ),
      fc.option(text.map((value) => `t${value}`)),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (content) => {
        const all = [...content, [1n, 1.5, 'end'] as const];
        const image = withDatabase(sqlite, null, (database) => {
          database.run('CREATE TABLE kept (whole INTEGER, part REAL, words TEXT)');
          for (const [whole, part, words] of all)
            database.run('INSERT INTO kept VALUES (?, ?, ?)', [
              whole === null ? null : String(whole),
              part,
              words,
            ]);
          return database.export();
        });
        const csv = withDatabase(sqlite, image, (database) => {
          const [table] = readSchema(database).tables;
          if (table === undefined) throw new Error('no table');
          return csvOf(database, table);
        });
        expect(rows(accepted('kept.csv', bytes(csv)), 'SELECT * FROM kept')).toEqual(all);
      }),
      { numRuns: 100 },
    );
  });
});

describe('csvOf', () => {
  it('tells NULL from an empty text, and writes what each value is', () => {
    const image = imageFromSql(
      sqlite,
      `CREATE TABLE a ("the ""n""", s AS (1)); INSERT INTO a VALUES (NULL), (''), (1), (1.0), (x'00ff'), ('a,"b"'), (-9e999);
       CREATE VIEW v AS SELECT 1 AS one; CREATE TABLE none (x, y)`,
    );
    const csv = withDatabase(sqlite, image, (database) =>
      readSchema(database).tables.map((table) => csvOf(database, table)),
    );
    expect(csv).toEqual([
      '"the ""n""",s\r\n,1\r\n"",1\r\n1,1\r\n1.0,1\r\nx\'00ff\',1\r\n"a,""b""",1\r\n-Infinity,1\r\n',
      'one\r\n1\r\n',
      'x,y\r\n',
    ]);
  });
});

describe('anything else', () => {
  it.each([
    ['report.csv', latin('%PDF-1.7 …'), 'This is a PDF. Nothing was changed.'],
    ['a.sql', latin('\x89PNG\r\n\x1a\n'), 'This is a picture (PNG). Nothing was changed.'],
    [
      'a.csv',
      latin('PK\x03\x04 xl/worksheets/sheet1.xml'),
      'This is an Excel file; save it as CSV there. Nothing was changed.',
    ],
    ['a.zip', latin('PK\x03\x04'), 'This is a ZIP archive; unpack it first. Nothing was changed.'],
    ['a.sql.gz', latin('\x1f\x8b\x08'), 'This is compressed by gzip; unpack it first. Nothing was changed.'],
    ['a.sql', bytes('\n<!DOCTYPE html><html>'), 'This is a web page. Nothing was changed.'],
    ['a.sql', new Uint8Array(), 'This file is empty. Nothing was changed.'],
    [
      'a.db',
      bytes('hello'),
      'This is no SQLite database, or an encrypted one, although its name says so. Nothing was changed.',
    ],
    [
      'a.csv',
      latin('a,b\n1,\xe9'),
      'This text is not in UTF-8. Save it in UTF-8, then open it again. Nothing was changed.',
    ],
    ['a.csv', latin('a\0\xe9'), 'This is neither a SQLite database nor text. Nothing was changed.'],
    [
      'a.json',
      bytes('{}'),
      'This is neither a SQLite database, nor an SQL script (.sql), nor a table (.csv). Nothing was changed.',
    ],
  ])('is refused with what it is: %s', (name, content, message) => {
    expect(refusal(name, content)).toBe(message);
  });

  it('is never an exception, whatever the bytes', () => {
    const name = fc.constantFrom('a.csv', 'a.sql', 'a.db', 'a.bin');
    const header = fc.constantFrom('', 'SQLite format 3\0', '\xff\xfe', '"');
    fc.assert(
      fc.property(name, header, fc.uint8Array({ maxLength: 300 }), (file, start, rest) => {
        const imported = importFile(sqlite, file, new Uint8Array([...latin(start), ...rest]));
        if (imported.kind === 'refused') expect(imported.message).toMatch(/Nothing was changed\.$/);
        else expect(rows(imported.image, 'SELECT count(*) FROM sqlite_schema')).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });

  it('is refused before it is read when it is too large', () => {
    expect(tooLarge(IMPORT_LIMIT_BYTES)).toBeNull();
    expect(tooLarge(IMPORT_LIMIT_BYTES + 1)).toEqual({
      kind: 'refused',
      message: 'This file has 33 MB, and at most 32 MB can be opened here. Nothing was changed.',
    });
  });
});
