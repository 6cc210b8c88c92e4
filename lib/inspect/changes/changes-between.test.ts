import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { imageFromSql } from '../sqlite/image-from-sql';
import { type Sqlite, startSqlite, withDatabase } from '../sqlite/sqlite';
import type { Changes } from './changes';
import { changesBetween } from './changes-between';

let sqlite: Sqlite;
beforeAll(async () => {
  sqlite = await startSqlite();
});

const START = `CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT COLLATE NOCASE, price);
  CREATE TABLE log (line TEXT);
  CREATE TABLE pair (a TEXT, b INT, n, PRIMARY KEY (a, b)) WITHOUT ROWID;
  INSERT INTO book VALUES (1, 'One', 1), (2, 'Two', 2), (3, NULL, x'00');
  INSERT INTO log VALUES ('start'), ('start');
  INSERT INTO pair VALUES ('x', 1, 0), ('x', 2, 0);`;

function after(image: Uint8Array, sql: string): Uint8Array {
  return withDatabase(sqlite, image, (database) => {
    database.run(sql);
    return database.export();
  });
}

function changes(sql: string, limit = 10, start = START): Changes {
  const before = imageFromSql(sqlite, start);
  return changesBetween(sqlite, before, after(before, sql), limit);
}

const NONE = { count: 0, rows: [] };

describe('changesBetween', () => {
  it('finds nothing where nothing was done', () => {
    expect(changes('SELECT 1; UPDATE book SET title = title; VACUUM; REINDEX')).toEqual({
      ...{ tables: [], schema: [], notCompared: [] },
    });
  });

  it('finds rows that came, went and changed, by primary key', () => {
    const sql =
      "INSERT INTO book VALUES (9, 'New', 9); DELETE FROM book WHERE id = 2; UPDATE book SET title = 'Uno', price = 1.5 WHERE id = 1";
    expect(changes(sql).tables).toEqual([
      {
        table: 'book',
        key: { kind: 'primary-key', columns: ['id'] },
        columns: ['id', 'title', 'price'],
        inserted: { count: 1, rows: [[9n, 'New', 9n]] },
        deleted: { count: 1, rows: [[2n, 'Two', 2n]] },
        changed: {
          count: 1,
          rows: [{ before: [1n, 'One', 1n], after: [1n, 'Uno', 1.5], differing: [1, 2] }],
        },
      },
    ]);
  });

  it('tells apart what a collation or a comparison takes for the same', () => {
    const { tables } = changes(
      "UPDATE book SET title = 'ONE' WHERE id = 1; UPDATE book SET price = '2' WHERE id = 2; UPDATE book SET title = '' WHERE id = 3",
    );
    expect(tables[0]?.changed.rows.map(({ differing }) => differing)).toEqual([[1], [2], [1]]);
    expect(changes('UPDATE book SET price = 1.0 WHERE id = 1').tables[0]?.changed.rows).toMatchObject([
      { before: [1n, 'One', 1n], after: [1n, 'One', 1], differing: [2] },
    ]);
  });

  it('knows rows of tables without a key by their rowid, and of those with two columns by both', () => {
    expect(
      changes("UPDATE log SET line = 'end' WHERE rowid = 2; UPDATE pair SET n = 5 WHERE b = 2").tables,
    ).toMatchObject([
      {
        table: 'log',
        key: { kind: 'rowid' },
        changed: { count: 1, rows: [{ before: ['start'], after: ['end'] }] },
      },
      {
        table: 'pair',
        key: { kind: 'primary-key', columns: ['a', 'b'] },
        changed: { rows: [{ before: ['x', 2n, 0n], after: ['x', 2n, 5n], differing: [2] }] },
      },
    ]);
  });

  it('does not take rows without a key for one another', () => {
    const start =
      "CREATE TABLE t (k TEXT PRIMARY KEY, n); INSERT INTO t VALUES (NULL, 1), (NULL, 2), ('a', 3)";
    expect(changes('UPDATE t SET n = 9 WHERE n = 2', 10, start).tables).toMatchObject([
      { key: { kind: 'rowid' }, inserted: NONE, deleted: NONE, changed: { count: 1 } },
    ]);
  });

  it('counts all rows and gives the first', () => {
    const sql =
      'WITH RECURSIVE n (i) AS (VALUES (10) UNION ALL SELECT i + 1 FROM n WHERE i < 1009) INSERT INTO book (id) SELECT i FROM n; DELETE FROM log; UPDATE pair SET n = 1';
    const { tables } = changes(sql, 1);
    expect(
      tables.map(({ inserted, deleted, changed }) => [inserted, deleted, changed].map(({ count }) => count)),
    ).toEqual([
      [1000, 0, 0],
      [0, 2, 0],
      [0, 0, 2],
    ]);
    expect(
      tables.map(
        ({ inserted, deleted, changed }) => inserted.rows.length + deleted.rows.length + changed.rows.length,
      ),
    ).toEqual([1, 1, 1]);
  });

  it('follows a table whose columns changed', () => {
    const { tables, schema } = changes(
      "ALTER TABLE book ADD COLUMN pages INTEGER DEFAULT 7; ALTER TABLE book DROP COLUMN price; UPDATE book SET title = 'x' WHERE id = 2",
    );
    expect(tables).toMatchObject([
      {
        columns: ['id', 'title', 'pages', 'price'],
        changed: {
          count: 1,
          rows: [{ before: [2n, 'Two', undefined, 2n], after: [2n, 'x', 7n, undefined], differing: [1] }],
        },
      },
    ]);
    expect(schema).toMatchObject([{ kind: 'altered', what: 'table', name: 'book' }]);
    expect(schema[0]?.before).toContain('price');
    expect(schema[0]?.after).toContain('pages INTEGER DEFAULT 7');
  });

  it('lists what came and went in the schema, and the rows of tables that did', () => {
    const { tables, schema } = changes(
      'CREATE TABLE tag (id INTEGER PRIMARY KEY AUTOINCREMENT, name UNIQUE); INSERT INTO tag (name) VALUES (5); DROP TABLE log; CREATE INDEX by_title ON book (title); CREATE VIEW v AS SELECT 1;',
    );
    expect(schema.map(({ kind, what, name, table }) => [kind, what, name, table])).toEqual([
      ['created', 'table', 'tag', 'tag'],
      ['created', 'index', 'by_title', 'book'],
      ['created', 'view', 'v', 'v'],
      ['dropped', 'table', 'log', 'log'],
    ]);
    expect(tables).toMatchObject([
      { table: 'tag', inserted: { rows: [[1n, 5n]] }, deleted: NONE },
      { table: 'log', inserted: NONE, deleted: { rows: [['start'], ['start']] } },
    ]);
  });

  it('says which tables it cannot compare', () => {
    const start = 'CREATE TABLE t (a PRIMARY KEY, b) WITHOUT ROWID; CREATE TABLE u (a)';
    const sql =
      'DROP TABLE t; CREATE TABLE t (a, b PRIMARY KEY) WITHOUT ROWID; INSERT INTO t VALUES (1, 2); INSERT INTO u VALUES (1)';
    const found = changes(sql, 10, start);
    expect(found.notCompared).toEqual([
      { table: 't', why: 'its rows have neither the same primary key in both, nor a rowid' },
    ]);
    expect(found.tables).toMatchObject([{ table: 'u' }]);
  });

  it('compares names with quotes in them, and text in UTF-16', () => {
    const start = `PRAGMA encoding = 'UTF-16le'; CREATE TABLE "it's ""it""" ("a ""b""" TEXT PRIMARY KEY, "c'd")`;
    const found = changes(`INSERT INTO "it's ""it""" VALUES ('é', 1)`, 10, start);
    expect(found.tables).toMatchObject([{ table: `it's "it"`, inserted: { rows: [['é', 1n]] } }]);
  });

  it('finds no change between an image and itself, and each of random ones', () => {
    const value = fc.constantFrom(
      'NULL',
      '0',
      '1',
      '1.0',
      "''",
      "'a'",
      "'A'",
      "x''",
      "x'61'",
      '9e999',
      '9223372036854775807',
    );
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), value), { maxLength: 8 });
    const image = (content: ReadonlyMap<number, string>): Uint8Array =>
      imageFromSql(
        sqlite,
        `CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT COLLATE NOCASE, w); ${[...content]
          .map(([id, v]) => `INSERT INTO t VALUES (${id}, NULL, ${v});`)
          .join('')}`,
      );
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const [before, later] = [new Map(one), new Map(other)];
        const images = [image(before), image(later)] as const;
        expect(changesBetween(sqlite, images[0], images[0], 10).tables).toEqual([]);
        const [found] = changesBetween(sqlite, ...images, 10).tables;
        const ids = (keep: (id: number) => boolean) =>
          [...new Set([...before.keys(), ...later.keys()])].filter(keep).length;
        expect([found?.inserted.count ?? 0, found?.deleted.count ?? 0, found?.changed.count ?? 0]).toEqual([
          ids((id) => !before.has(id)),
          ids((id) => !later.has(id)),
          ids((id) => before.has(id) && later.has(id) && before.get(id) !== later.get(id)),
        ]);
      }),
      { numRuns: 60 },
    );
  });
});
