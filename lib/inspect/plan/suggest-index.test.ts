import { beforeAll, describe, expect, it } from 'vitest';
import { readSchema } from '../image/read-schema';
import { imageFromSql } from '../sqlite/image-from-sql';
import { type Sqlite, startSqlite, withDatabase } from '../sqlite/sqlite';
import { sayCostlyWork } from './costly-work';
import { explain, explainWith } from './explain';
import { suggestIndex } from './suggest-index';

let sqlite: Sqlite;
let image: Uint8Array;
beforeAll(async () => {
  sqlite = await startSqlite();
  image = imageFromSql(
    sqlite,
    `CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT);
     CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT, author_id INTEGER REFERENCES author, "order" INTEGER);
     INSERT INTO author VALUES (1, 'A'); INSERT INTO book VALUES (1, 'T', 1, 1), (2, 'U', 1, 2);`,
  );
});

function suggested(sql: string): string | null {
  const schema = withDatabase(sqlite, image, readSchema);
  return suggestIndex(sql, explain(sqlite, image, sql, null), schema);
}

describe('suggestIndex', () => {
  it.each([
    ['SELECT title, id FROM book WHERE author_id = 1', 'CREATE INDEX try_it ON book (author_id)'],
    [
      'SELECT * FROM book AS b WHERE b.author_id = ? ORDER BY b.title',
      'CREATE INDEX try_it ON book (author_id, title)',
    ],
    ['SELECT * FROM "book" WHERE "book"."order" > 1', 'CREATE INDEX try_it ON book ("order")'],
    ["UPDATE book SET title = 'order' WHERE title = 'author_id'", 'CREATE INDEX try_it ON book (title)'],
    ['DELETE FROM author WHERE name = ?', 'CREATE INDEX try_it ON author (name)'],
  ])('for %s is one that SQLite uses', (sql, index) => {
    expect(suggested(sql)).toBe(index);
    const { before, after, changed } = explainWith(sqlite, image, index, sql, null);
    expect(changed).toBe(true);
    expect(sayCostlyWork(before)).toMatch(/^Full scan of (book|author), \d rows?\./);
    expect(sayCostlyWork(after)).toBe('No full scan and no temporary sort.');
  });

  it('saves a sort of rows that an index has found', () => {
    const indexed = withDatabase(sqlite, image, (database) => {
      database.run('CREATE INDEX by_author ON book (author_id)');
      return database.export();
    });
    const schema = withDatabase(sqlite, indexed, readSchema);
    const index = (sql: string) => suggestIndex(sql, explain(sqlite, indexed, sql, null), schema);
    const sql = 'SELECT title FROM book WHERE author_id = 1 ORDER BY title';
    expect(index(sql)).toBe('CREATE INDEX try_it ON book (author_id, title)');
    expect(sayCostlyWork(explain(sqlite, indexed, sql, null))).toBe(
      'Sorts for ORDER BY in a temporary b-tree.',
    );
    expect(sayCostlyWork(explainWith(sqlite, indexed, index(sql) ?? '', sql, null).after)).toBe(
      'No full scan and no temporary sort.',
    );
    expect(index('SELECT DISTINCT title FROM book WHERE author_id = 1')).toBeNull();
  });

  it.each(['SELECT * FROM book', 'SELECT * FROM book WHERE id = 1', 'SELECT nope FROM book', 'COMMIT'])(
    'has none for %s',
    (sql) => {
      expect(suggested(sql)).toBeNull();
    },
  );
});

describe('sayCostlyWork', () => {
  it('names scans with their rows, sorts with their purpose, and indexes of a moment', () => {
    const say = (sql: string) => sayCostlyWork(explain(sqlite, image, sql, null));
    expect(say('SELECT * FROM author ORDER BY name')).toBe(
      'Full scan of author, 1 row. Sorts for ORDER BY in a temporary b-tree.',
    );
    expect(say('SELECT * FROM author, book WHERE author.name = book.title')).toMatch(
      /Full scan of \w+, \d rows?\. Makes an index on \w+ for this statement only\./,
    );
    expect(say('SELECT * FROM bok')).toBe('SQLite refuses this: no such table: bok.');
  });
});
