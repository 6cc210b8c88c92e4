import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { imageFromSql } from '../sqlite/image-from-sql';
import { type Sqlite, startSqlite, withDatabase } from '../sqlite/sqlite';
import { type RowsWanted, readRows } from './read-rows';
import { readSchema } from './read-schema';

let sqlite: Sqlite;
let image: Uint8Array;
beforeAll(async () => {
  sqlite = await startSqlite();
  image = imageFromSql(
    sqlite,
    `CREATE TABLE mixed (id INTEGER PRIMARY KEY, v, twice AS (v || v));
     INSERT INTO mixed (id, v) VALUES (1, 'text'), (2, NULL), (3, 9007199254740993), (4, ''), (5, 1.0), (6, x'00ff'),
       (7, -9e999), (8, 'a' || char(0) || 'b'), (9, CAST(x'ff41' AS TEXT));
     CREATE TABLE pair (a, b, rowid, PRIMARY KEY (b, a)) WITHOUT ROWID;
     INSERT INTO pair VALUES (1, 2, 'x'), (0, 2, 'y'), (5, 1, 'z');
     CREATE TABLE shadowed (rowid TEXT, n); INSERT INTO shadowed VALUES ('b', 1), ('a', 1), ('c', 0);
     CREATE TABLE long (t); INSERT INTO long VALUES (replace(hex(zeroblob(999)), '00', 'é') || '😀 and more'), (zeroblob(300));
     CREATE VIEW texts AS SELECT v FROM mixed WHERE typeof(v) = 'text';`,
  );
});

const FIRST: RowsWanted = { offset: 0, limit: 100, sort: null };

function read(name: string, wanted: Partial<RowsWanted> = {}) {
  return withDatabase(sqlite, image, (database) => {
    const table = readSchema(database).tables.find((known) => known.name === name);
    if (table === undefined) throw new Error(`there is no table ${name}`);
    return readRows(database, table, { ...FIRST, ...wanted });
  });
}

describe('readRows', () => {
  it('gives each value by its storage class', () => {
    const { columns, rows, more } = read('mixed');
    expect([columns, more]).toEqual([['id', 'v', 'twice'], false]);
    expect(rows.map(([, value]) => value)).toEqual([
      ...['text', null, 9007199254740993n, '', 1, new Uint8Array([0, 255]), -Infinity, 'a\0b', '\ufffdA'],
    ]);
  });

  it('sorts by a column, as SQLite does, and keeps the order of those that are alike', () => {
    expect(read('mixed', { sort: { column: 'v', descending: false } }).rows.map(([id]) => id)).toEqual(
      [2, 7, 5, 3, 4, 8, 1, 9, 6].map(BigInt),
    );
    expect(read('shadowed', { sort: { column: 'n', descending: true } }).rows).toEqual([
      ['b', 1n],
      ['a', 1n],
      ['c', 0n],
    ]);
    expect(read('pair').rows).toEqual([
      [5n, 1n, 'z'],
      [0n, 2n, 'y'],
      [1n, 2n, 'x'],
    ]);
  });

  it('gives pages that together are the whole', () => {
    const sorts = fc.option(
      fc.record({ column: fc.constantFrom('id', 'v', 'no such column'), descending: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), sorts, (limit, sort) => {
        const whole = read('mixed', { sort }).rows;
        const pages = [];
        for (let offset = 0; ; offset += limit) {
          const page = read('mixed', { offset, limit, sort });
          pages.push(...page.rows);
          if (!page.more) break;
        }
        expect(pages).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('cuts long values, never within a character, and says how long they are', () => {
    expect(read('long').rows).toEqual([
      [{ start: 'é'.repeat(999), length: 999 + '😀 and more'.length }],
      [{ start: new Uint8Array(256), length: 300 }],
    ]);
  });

  it('reads views', () => {
    expect(read('texts', { limit: 2 })).toEqual({ columns: ['v'], rows: [['text'], ['']], more: true });
  });
});
