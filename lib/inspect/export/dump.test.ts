import fc from 'fast-check';
import type { Database } from 'sql.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { changesBetween } from '../changes/changes-between';
import { imageFromSql } from '../sqlite/image-from-sql';
import { bytesOf, quoted, rowOf, rowsOf, withStatement } from '../sqlite/read';
import { type Sqlite, startSqlite, withDatabase } from '../sqlite/sqlite';
import { dumpSql } from './dump';

let sqlite: Sqlite;
beforeAll(async () => {
  sqlite = await startSqlite();
});

/** Everything in a database, by SQLite's own functions: definitions, and each value with its class and bytes. */
function content(database: Database): unknown {
  const schema = rowsOf(database, 'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name');
  const tables = schema.flatMap(([type, name]) => (type === 'table' ? [String(name)] : []));
  const rows = tables.map((table) =>
    withStatement(database, `SELECT * FROM ${quoted(table)}`, (statement) => {
      const found: unknown[] = [];
      while (statement.step())
        found.push(
          rowOf(statement).map((value, column) =>
            typeof value === 'string' ? [value, [...bytesOf(statement, column)]] : value,
          ),
        );
      return found;
    }),
  );
  return {
    schema,
    rows,
    numbers: rowsOf(database, 'SELECT * FROM pragma_user_version, pragma_application_id'),
  };
}

function dumped(script: string): { dump: string; before: unknown; after: unknown } {
  const image = imageFromSql(sqlite, script);
  const [dump, before] = withDatabase(
    sqlite,
    image,
    (database) => [dumpSql(database), content(database)] as const,
  );
  return { dump, before, after: withDatabase(sqlite, imageFromSql(sqlite, dump), content) };
}

describe('dumpSql', () => {
  it('makes the same database again, with all that one can consist of', () => {
    const { before, after } = dumped(`PRAGMA user_version = 42; PRAGMA application_id = 7;
      CREATE TABLE book (id INTEGER PRIMARY KEY AUTOINCREMENT, "the ""title""" TEXT NOT NULL, author_id REFERENCES author,
        loud AS (upper("the ""title""")), length INT AS (length("the ""title""")) STORED);
      CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE UNIQUE, CHECK (length(name) > 0));
      CREATE TABLE strict_pair (a TEXT, b ANY, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
      CREATE TABLE watched (a);
      CREATE VIEW titles AS SELECT "the ""title""" FROM book;
      CREATE VIEW loud_titles AS SELECT upper("the ""title""") FROM titles;
      CREATE UNIQUE INDEX by_title ON book ("the ""title""" DESC) WHERE author_id > 0;
      CREATE TRIGGER twice AFTER INSERT ON author BEGIN INSERT INTO watched VALUES (new.name); END;
      CREATE TRIGGER through INSTEAD OF INSERT ON titles BEGIN SELECT 1; END;
      INSERT INTO author VALUES (1, 'it''s; a name'), (2, 'two
lines'); DELETE FROM watched;
      INSERT INTO book ("the ""title""", author_id) VALUES ('x', 1), ('y', 2); DELETE FROM book WHERE id = 2;
      INSERT INTO strict_pair VALUES ('a', 1), ('a', 1.5), ('a', 'x'); ANALYZE;`);
    expect(after).toEqual(before);
  });

  it('writes tables behind those that they refer to, and indexes and triggers behind all rows', () => {
    const { dump } = dumped(`CREATE TABLE c (id INTEGER PRIMARY KEY, b REFERENCES B (id));
      CREATE TABLE b (id INTEGER PRIMARY KEY, a REFERENCES a, self REFERENCES b); CREATE TABLE a (id INTEGER PRIMARY KEY, c REFERENCES c);
      CREATE TABLE free (n); INSERT INTO free VALUES (1); CREATE INDEX i ON c (b);`);
    const made = [...dump.matchAll(/^CREATE \w+ (\w+)|^INSERT INTO "(\w+)"/gm)].map(
      ([, name, row]) => name ?? row,
    );
    expect(made).toEqual(['a', 'b', 'c', 'free', 'free', 'i']);
  });

  it('writes values that a person can read', () => {
    const { dump } = dumped(
      "CREATE TABLE t (v); INSERT INTO t VALUES (NULL), (1), (1.0), ('it''s'), (x'0aff'), (-9e999), ('a' || char(0)), (1e300)",
    );
    expect(dump.split('\n').filter((line) => line.startsWith('INSERT'))).toEqual(
      ['NULL', '1', '1.0', "'it''s'", "x'0aff'", '-9e999', "CAST(x'6100' AS TEXT)", '1e+300'].map(
        (value) => `INSERT INTO "t" VALUES (${value});`,
      ),
    );
  });

  it('keeps virtual tables', () => {
    const { dump } = dumped(
      "CREATE VIRTUAL TABLE found USING fts4 (title, body); INSERT INTO found VALUES ('a', 'b c'), ('d', 'e');",
    );
    const again = withDatabase(sqlite, imageFromSql(sqlite, dump), (database) =>
      rowsOf(database, "SELECT title FROM found WHERE found MATCH 'c'"),
    );
    expect(again).toEqual([['a']]);
  });

  it('keeps text of a database in UTF-16, and text that is not well-formed', () => {
    const wide = dumped(
      "PRAGMA encoding = 'UTF-16be'; CREATE TABLE t (v); INSERT INTO t VALUES ('é😀' || char(0)), ('\ufffd')",
    );
    expect(wide.after).toEqual(wide.before);
    const broken = dumped(
      "CREATE TABLE t (v); INSERT INTO t VALUES (CAST(x'ff61fe' AS TEXT)), (CAST(x'eda080' AS TEXT))",
    );
    expect(broken.after).toEqual(broken.before);
  });

  it('makes the same values again, whatever they are', () => {
    const value = fc.oneof(
      fc.constant('NULL'),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .map((real) => (/[.e]/.test(String(real)) ? String(real) : `${real}.0`)),
      fc.constantFrom('9e999', '-9e999', '-0.0', '0.0', '5e-324'),
      fc.uint8Array({ maxLength: 20 }).map((bytes) => `x'${Buffer.from(bytes).toString('hex')}'`),
      fc
        .uint8Array({ maxLength: 20 })
        .map((bytes) => `CAST(x'${Buffer.from(bytes).toString('hex')}' AS TEXT)`),
      fc.string({ unit: 'binary' }).map((text) => `CAST(x'${Buffer.from(text).toString('hex')}' AS TEXT)`),
    );
    const type = fc.constantFrom('', 'INTEGER', 'TEXT', 'REAL', 'NUMERIC', 'BLOB');
    fc.assert(
      fc.property(type, fc.array(value, { minLength: 1, maxLength: 12 }), (declared, values) => {
        const script = `CREATE TABLE t (v ${declared}); ${values.map((sql) => `INSERT INTO t VALUES (${sql});`).join('')}`;
        const { before, after, dump } = dumped(script);
        expect(after).toEqual(before);
        expect(
          changesBetween(sqlite, imageFromSql(sqlite, script), imageFromSql(sqlite, dump), 1).tables,
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
