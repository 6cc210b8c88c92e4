import { beforeAll, describe, expect, it } from 'vitest';
import { imageFromSql } from '../sqlite/image-from-sql';
import { type Sqlite, startSqlite, withDatabase } from '../sqlite/sqlite';
import { explain, explainWith } from './explain';
import type { PlanParams } from './params';
import type { Plan, PlanStep } from './plan';

let sqlite: Sqlite;
let image: Uint8Array;
beforeAll(async () => {
  sqlite = await startSqlite();
  image = imageFromSql(
    sqlite,
    `CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT);
     CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT, author_id INTEGER REFERENCES author, year INTEGER);
     CREATE TABLE setting (name TEXT PRIMARY KEY, value);
     CREATE INDEX by_title ON book (title);
     CREATE INDEX by_year ON book (year, title);
     CREATE VIEW per_author AS SELECT w.author_id, count(*) AS books FROM book AS w GROUP BY w.author_id;
     INSERT INTO author VALUES (1, 'A'), (2, 'B');
     WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
       INSERT INTO book (title, author_id, year) SELECT 'T' || i, 1, i % 7 FROM n;`,
  );
});

const plan = (sql: string, params: PlanParams | null = null) => explain(sqlite, image, sql, params);

/** The steps in words, children indented. */
function words(found: Plan): string[] {
  if (found.kind !== 'plan') throw new Error(found.message);
  const under = (steps: readonly PlanStep[], indent: string): string[] =>
    steps.flatMap((step) => [indent + step.words, ...under(step.children, `${indent}  `)]);
  return under(found.steps, '');
}

describe('the words of a plan', () => {
  it.each<[string, string[]]>([
    ['SELECT * FROM book', ['SCAN book, whole table, 1,200 rows']],
    ['SELECT * FROM author WHERE id = ?', ['SEARCH author by primary key']],
    ['SELECT * FROM setting WHERE name = ?', ['SEARCH setting by primary key']],
    [
      'SELECT * FROM book WHERE title = ? AND id > 3',
      ['SEARCH book by index by_title (title=? AND rowid>?)'],
    ],
    ['SELECT title FROM book WHERE year = 3', ['SEARCH book by covering index by_year (year=?)']],
    ['SELECT title FROM book ORDER BY title', ['SCAN book, whole index by_title, 1,200 rows']],
    ['SELECT max(id) FROM book', ['SEARCH book at one end']],
    ['SELECT min(title) FROM book', ['SEARCH book at one end of index by_title']],
    ['SELECT 1', ['VALUES of the statement itself']],
    ['VALUES (1), (2)', ['VALUES of the statement itself']],
    [
      'SELECT b.* FROM book b JOIN "author" AS a ON a.id = b.author_id ORDER BY a.name',
      [
        'SCAN book (b), whole table, 1,200 rows',
        'SEARCH author (a) by primary key',
        'SORT for ORDER BY, in a temporary b-tree',
      ],
    ],
    [
      'SELECT DISTINCT author_id FROM book',
      ['SCAN book, whole table, 1,200 rows', 'SORT for DISTINCT, in a temporary b-tree'],
    ],
    [
      'SELECT * FROM book WHERE id = 1 OR title = ?',
      [
        'OR, one search for each side',
        '  INDEX 1',
        '    SEARCH book by primary key',
        '  INDEX 2',
        '    SEARCH book by index by_title (title=?)',
      ],
    ],
    [
      'SELECT id FROM book EXCEPT SELECT id FROM author',
      [
        'EXCEPT of two queries',
        '  LEFT',
        '    SCAN book, whole table, 1,200 rows',
        '  RIGHT',
        '    SCAN author, whole table, 2 rows',
      ],
    ],
    [
      'SELECT (SELECT name FROM author WHERE id = author_id) FROM book',
      ['SCAN book, whole table, 1,200 rows', 'SUBQUERY, once for each row', '  SEARCH author by primary key'],
    ],
    [
      'SELECT * FROM per_author WHERE books > 1',
      [
        'SUBQUERY per_author',
        '  SCAN book (w), whole table, 1,200 rows',
        '  SORT for GROUP BY, in a temporary b-tree',
        'SCAN per_author, all rows',
      ],
    ],
    ['UPDATE book SET title = 1 WHERE author_id = 3', ['SCAN book, whole table, 1,200 rows']],
    ['DELETE FROM main.book AS doomed WHERE year + 1 = 3', ['SCAN book (doomed), whole table, 1,200 rows']],
    ['INSERT INTO author (name) SELECT title FROM book', ['SCAN book, whole index by_title, 1,200 rows']],
    [
      'WITH author (id) AS MATERIALIZED (SELECT id FROM book LIMIT 3) SELECT * FROM author x',
      ['SUBQUERY author', '  SCAN book, whole index by_title, 1,200 rows', 'SCAN x, all rows'],
    ],
  ])('%s', (sql, expected) => {
    expect(words(plan(sql))).toEqual(expected);
  });

  it('names a temporary index and a filter before it', () => {
    const found = words(plan('SELECT * FROM author a LEFT JOIN book b ON b.author_id = a.id'));
    expect(found[0]).toBe('SCAN author (a), whole table, 2 rows');
    expect(found.at(-1)).toBe('SEARCH book (b) by an index made for this statement only (author_id=?)');
  });

  it('counts no rows for an alias that stands for two tables', () => {
    const sql =
      'SELECT * FROM (SELECT x.author_id FROM book x LIMIT 1), (SELECT x.name FROM author x LIMIT 1)';
    expect(words(plan(sql)).filter((line) => line.includes('SCAN x'))).toEqual([
      '  SCAN x, all rows',
      '  SCAN x, all rows',
    ]);
  });
});

describe('explain', () => {
  it('gives each step as data too', () => {
    const found = plan('SELECT * FROM book b WHERE title = ? ORDER BY year');
    expect(found.kind === 'plan' && found.steps.map(({ what }) => what)).toEqual([
      {
        kind: 'search',
        source: { name: 'b', table: 'book', rows: 1200 },
        by: { kind: 'index', name: 'by_title', covering: false, terms: 'title=?' },
      },
      { kind: 'temporary-sort', purpose: 'ORDER BY' },
    ]);
  });

  it('runs nothing, also nothing that follows', () => {
    const before = image.slice();
    expect(plan('DELETE FROM book WHERE year = 1; DELETE FROM author').kind).toBe('plan');
    expect(Buffer.compare(image, before)).toBe(0);
  });

  it.each([
    [
      'PRAGMA user_version = 7',
      'Only statements that read or change rows have a plan, and PRAGMA is none of them.',
    ],
    ['BEGIN', 'Only statements that read or change rows have a plan, and BEGIN is none of them.'],
    ['INSERT INTO author VALUES (3, 4)', 'This statement looks up no rows, so there is nothing to plan.'],
  ])('has no plan for %s', (sql, message) => {
    expect(plan(sql)).toEqual({ kind: 'no-plan', message });
  });

  it('says why SQLite refuses a statement, and where', () => {
    expect(plan('SELECT * FROM bok')).toEqual({
      kind: 'refused',
      message: 'SQLite refuses this: no such table: bok.',
      position: { offset: 14, line: 1, column: 15 },
    });
  });

  it('plans statements with functions that Django brings along', () => {
    const sql =
      "SELECT STDDEV_POP(year), django_date_trunc('year', title, NULL, NULL) FROM book WHERE title REGEXP ? AND year = django_power(2, 3) GROUP BY author_id";
    expect(words(plan(sql, ['^a']))).toEqual([
      'SEARCH book by index by_year (year=?)',
      'SORT for GROUP BY, in a temporary b-tree',
    ]);
  });

  it('plans statements on tables whose constraints need such functions', () => {
    const made = withDatabase(sqlite, null, (database) => {
      database.create_function('regexp', (_pattern: unknown, _text: unknown) => 1);
      database.run("CREATE TABLE code (id INTEGER PRIMARY KEY, c TEXT CHECK (c REGEXP '^a'))");
      return database.export();
    });
    expect(words(explain(sqlite, made, 'UPDATE code SET c = ? WHERE id = ?', ['b', 1]))).toEqual([
      'SEARCH code by primary key',
    ]);
  });

  it('binds parameters of every kind, and does without those that do not fit', () => {
    const named = 'SELECT * FROM book WHERE title = :title AND year = :year';
    expect(words(plan(named, { title: 'x', year: { type: 'decimal', value: '3.5' } }))).toHaveLength(1);
    const bytes = { type: 'bytes', value: 'AAH/' };
    expect(words(plan('SELECT ?, ?, ?, ? FROM author', [true, null, bytes, 1.5]))).toHaveLength(1);
    expect(words(plan('SELECT ? FROM author', [1, 2, 3]))).toHaveLength(1);
    const like = 'SELECT * FROM book WHERE title GLOB ?';
    expect(words(plan(like, ['T1*']))).toEqual(['SEARCH book by index by_title (title>? AND title<?)']);
    expect(words(plan(like, ['*1']))).toEqual(['SCAN book, whole table, 1,200 rows']);
  });
});

describe('explainWith', () => {
  const SQL = 'SELECT * FROM book WHERE author_id = ?';
  const tried = (indexSql: string, sql = SQL) => explainWith(sqlite, image, indexSql, sql, [1]);

  it('shows what an index would change, and leaves the database as it is', () => {
    const { before, after, changed } = tried('CREATE INDEX by_author ON book (author_id);');
    expect(words(before)).toEqual(['SCAN book, whole table, 1,200 rows']);
    expect(words(after)).toEqual(['SEARCH book by index by_author (author_id=?)']);
    expect(changed).toBe(true);
    expect(words(plan(SQL))).toEqual(words(before));
  });

  it('says when an index changes nothing', () => {
    expect(tried('CREATE UNIQUE INDEX by_name ON author (name)').changed).toBe(false);
  });

  it.each([
    ['CREATE INDEX i ON book (nope)', 'SQLite refuses this: no such column: nope.'],
    ['DROP TABLE book', 'Only one CREATE INDEX statement can be tried.'],
    ['CREATE INDEX i ON book (year); DROP TABLE book', 'Only one CREATE INDEX statement can be tried.'],
  ])('refuses %s', (indexSql, message) => {
    expect(tried(indexSql).after).toMatchObject({ kind: 'refused', message });
  });
});
