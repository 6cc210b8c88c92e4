import { beforeAll, describe, expect, it } from 'vitest';
import { ImageError } from './image-error';
import { imageFromSql } from './image-from-sql';
import { type Sqlite, startSqlite, withDatabase } from './sqlite';

let sqlite: Sqlite;
beforeAll(async () => {
  sqlite = await startSqlite();
});

describe('imageFromSql', () => {
  it('runs all statements of a script, a transaction among them', () => {
    const image = imageFromSql(
      sqlite,
      "CREATE TABLE a (n); BEGIN; INSERT INTO a VALUES (1), (2); COMMIT; SELECT * FROM a; INSERT INTO a VALUES ('é')",
    );
    expect(new TextDecoder().decode(image.slice(0, 15))).toBe('SQLite format 3');
    const found = withDatabase(sqlite, image, (database) => database.exec('SELECT n FROM a')[0]?.values);
    expect(found).toEqual([[1], [2], ['é']]);
  });

  it('makes a database without tables of an empty script', () => {
    const image = imageFromSql(sqlite, '-- nothing yet');
    expect(withDatabase(sqlite, image, (database) => database.exec('SELECT * FROM sqlite_schema'))).toEqual(
      [],
    );
  });

  it.each([
    ['CREATE TABLE a (n); INSRT INTO a VALUES (1)', 'near "INSRT": syntax error'],
    ['INSERT INTO a VALUES (1)', 'no such table: a'],
    ['CREATE TABLE a (n NOT NULL); INSERT INTO a VALUES (NULL)', 'NOT NULL constraint failed: a.n'],
    ['CREATE TABLE a (n); BEGIN; INSERT INTO a VALUES (1)', 'it begins a transaction that it does not end'],
    ['CREATE TABLE a (n);\0 CREATE TABLE b (n)', 'it contains a NUL character'],
  ])('refuses %j', (sql, why) => {
    expect(() => imageFromSql(sqlite, sql)).toThrow(ImageError);
    expect(() => imageFromSql(sqlite, sql)).toThrow(`The SQL of the starting data cannot be run: ${why}.`);
  });
});
