import { expect, it } from 'vitest';
import { imageFromSql } from '../sqlite/image-from-sql';
import { startSqlite, withDatabase } from '../sqlite/sqlite';
import { tablesOf } from './tables-of';

it('takes tables with their keys and whole values, and leaves out views', async () => {
  const sqlite = await startSqlite();
  const image = imageFromSql(
    sqlite,
    `CREATE TABLE pair (a, b, long AS (hex(zeroblob(2000))), PRIMARY KEY (b, a)); INSERT INTO pair VALUES (1, 1.5), (x'00', NULL);
     CREATE TABLE "empty ""one""" (n); CREATE VIEW v AS SELECT 1; CREATE VIRTUAL TABLE found USING fts4 (body);`,
  );
  const long = '0'.repeat(4_000);
  expect(withDatabase(sqlite, image, tablesOf)).toEqual([
    {
      name: 'pair',
      columns: ['a', 'b', 'long'],
      primaryKey: ['b', 'a'],
      rows: [
        [1n, 1.5, long],
        [new Uint8Array([0]), null, long],
      ],
    },
    { name: 'empty "one"', columns: ['n'], primaryKey: [], rows: [] },
    { name: 'found', columns: ['body'], primaryKey: [], rows: [] },
  ]);
});
