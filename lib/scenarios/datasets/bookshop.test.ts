import { readFileSync } from 'node:fs';
import initSqlJs, { type Database } from 'sql.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeBookshop } from './make-bookshop';

const written = readFileSync(new URL('./bookshop.sql', import.meta.url), 'utf8');
let database: Database;

/** Gives the first column of a query's rows. */
function column(sql: string): unknown[] {
  return database.exec(sql)[0]?.values.map(([value]) => value) ?? [];
}

beforeAll(async () => {
  const { Database } = await initSqlJs();
  database = new Database();
  database.exec(written);
});

describe('bookshop.sql', () => {
  it('is what the generator makes: run `npm run datasets` after a change', () => {
    expect(written).toBe(makeBookshop());
  });

  it('has 200 rows and more over several tables, none pointing nowhere', () => {
    const tables = column("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    const rows = tables.map((table) => Number(column(`SELECT count(*) FROM ${table}`)[0]));
    expect(tables).toHaveLength(8);
    expect(Math.min(...rows)).toBeGreaterThan(0);
    expect(rows.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(200);
    expect(column('PRAGMA foreign_key_check')).toEqual([]);
  });

  it.each([
    ['unknown dates of birth', 'SELECT name FROM author WHERE born IS NULL'],
    ['dates', "SELECT born FROM author WHERE born = date(born) AND born < '1800-01-01'"],
    ['decimals', 'SELECT price FROM book WHERE price <> round(price)'],
    ['whole prices', 'SELECT price FROM book WHERE price = round(price)'],
    ['Japanese', "SELECT title FROM book WHERE title = '海辺のカフカ'"],
    ['Arabic', "SELECT title FROM book WHERE title = 'زقاق المدق'"],
    ['Polish', "SELECT name FROM author WHERE name = 'Stanisław Lem'"],
    ['emoji', "SELECT body FROM review WHERE body LIKE '%🌙%'"],
    ['quotes', `SELECT title FROM book WHERE title LIKE '%''%'`],
    ['authors without a book', 'SELECT name FROM author WHERE id NOT IN (SELECT author_id FROM book)'],
    ['purchases not shipped', 'SELECT id FROM purchase WHERE shipped IS NULL'],
  ])('holds %s', (_, sql) => {
    expect(column(sql)).not.toEqual([]);
  });

  it('refuses a negative stock', () => {
    expect(() => database.exec("UPDATE book SET stock = -1 WHERE title = 'Solaris'")).toThrow(
      'CHECK constraint failed: book_stock_not_negative',
    );
  });
});
