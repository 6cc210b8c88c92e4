import { beforeAll, describe, expect, it } from 'vitest';
import { imageFromSql } from '../sqlite/image-from-sql';
import { type Sqlite, startSqlite } from '../sqlite/sqlite';
import { runQuery } from './run-query';

let sqlite: Sqlite;
let image: Uint8Array;
beforeAll(async () => {
  sqlite = await startSqlite();
  image = imageFromSql(
    sqlite,
    "CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT NOT NULL); INSERT INTO book VALUES (1, 'One'), (2, 'Two'), (3, '')",
  );
});

const run = (sql: string, limit = 10) => runQuery(sqlite, image, sql, limit);

describe('runQuery', () => {
  it('gives rows with their values as they are stored', () => {
    expect(run("SELECT id, title, NULL, 1.0, x'01ff', 9223372036854775807 FROM book WHERE id = 3")).toEqual({
      statements: [
        {
          kind: 'rows',
          sql: "SELECT id, title, NULL, 1.0, x'01ff', 9223372036854775807 FROM book WHERE id = 3",
          columns: ['id', 'title', 'NULL', '1.0', "x'01ff'", '9223372036854775807'],
          rows: [[3n, '', null, 1, new Uint8Array([1, 255]), 9223372036854775807n]],
          more: false,
        },
      ],
      refused: null,
    });
  });

  it('says how many rows a statement changed, and shows the change to those that follow only', () => {
    const sql =
      "UPDATE book SET title = 'x' WHERE id > 1; SELECT count(*) FROM book WHERE title = 'x'; CREATE TABLE a (n);";
    expect(run(sql)).toMatchObject({
      statements: [{ kind: 'changed', rows: 2 }, { kind: 'rows', rows: [[2n]] }, { kind: 'done' }],
      refused: null,
    });
    expect(run("SELECT count(*) FROM book WHERE title = 'x'")).toMatchObject({
      statements: [{ rows: [[0n]] }],
    });
  });

  it('gives the rows of RETURNING, and changes behind WITH', () => {
    expect(
      run(
        'DELETE FROM book WHERE id = 1 RETURNING title; WITH k AS (SELECT 2 AS i) DELETE FROM book WHERE id IN k',
      ),
    ).toMatchObject({
      statements: [
        { kind: 'rows', rows: [['One']] },
        { kind: 'changed', rows: 1 },
      ],
    });
  });

  it('keeps as many rows as it may and says that there are more', () => {
    expect(run('SELECT id FROM book', 2)).toMatchObject({ statements: [{ rows: [[1n], [2n]], more: true }] });
    expect(run('SELECT id FROM book', 3)).toMatchObject({ statements: [{ more: false }] });
    const endless = 'WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT i FROM n';
    expect(run(endless, 5)).toMatchObject({
      statements: [{ rows: [[1n], [2n], [3n], [4n], [5n]], more: true }],
    });
  });

  it('cuts long values and says how long they are', () => {
    expect(run('SELECT hex(zeroblob(5000)), zeroblob(70000)')).toMatchObject({
      statements: [
        {
          rows: [
            [
              { start: '0'.repeat(1_000), length: 10_000 },
              { start: new Uint8Array(256), length: 70_000 },
            ],
          ],
        },
      ],
    });
  });

  it('runs nothing of an empty text, and only so many statements', () => {
    expect(run(' -- nothing\n ;; ')).toEqual({ statements: [], refused: null });
    const many = run('SELECT 1;'.repeat(101));
    expect(many.statements).toHaveLength(100);
    expect(many.refused?.message).toBe('Only the first 100 statements were run.');
  });

  it('keeps what came before a refused statement', () => {
    expect(run("SELECT 1;\nINSERT INTO book VALUES (1, 'again'); SELECT 2")).toMatchObject({
      statements: [{ kind: 'rows' }],
      refused: { message: 'SQLite refuses this: UNIQUE constraint failed: book.id.', position: null },
    });
  });

  it.each([
    ['SELECT 1;\nSELECT selec FROM\n  book WHERE WHERE id = 1', 'near "WHERE": syntax error', 3, 14],
    ['SELECT * FROM boook', 'no such table: boook', 1, 15],
    ['SELECT 1;\n\n SELECT "id", titel FROM book', 'no such column: titel', 3, 15],
    ['SELECT id FROM (SELECT id FROM book', 'incomplete input', 1, 36],
    ['UPDATE book SET (id', 'incomplete input', 1, 20],
    ['SELECT nope(id) FROM book', 'no such function: nope', 1, 8],
    ['INSERT INTO main.nope VALUES (1)', 'no such table: main.nope', 1, 18],
  ])('says where it stumbled: %j', (sql, why, line, column) => {
    const { refused } = run(sql);
    expect(refused?.message).toBe(`SQLite refuses this: ${why}.`);
    expect(refused?.position).toMatchObject({ line, column });
  });

  it('runs nothing of a text that SQLite would cut', () => {
    expect(run('SELECT 1;\n\0SELECT 2')).toEqual({
      statements: [],
      refused: {
        message: 'The text contains a NUL character, so nothing of it was run.',
        position: { offset: 10, line: 2, column: 1 },
      },
    });
  });

  it('names no place for a name that stands in several', () => {
    expect(run('SELECT n FROM book ORDER BY n').refused).toEqual({
      message: 'SQLite refuses this: no such column: n.',
      position: null,
    });
  });

  it('explains a function of Django', () => {
    expect(run("SELECT django_date_extract('year', '2026-01-01')").refused?.message).toContain(
      'Django brings this function along, in Python',
    );
  });
});
