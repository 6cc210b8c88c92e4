import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../util/sql-tokens';
import { LAYOUT_LIMIT, layoutSql, type SqlPiece } from './sql-layout';

function textOf(piece: SqlPiece): string {
  if (piece.kind === 'columns') return piece.pieces.map(textOf).join('');
  return piece.kind === 'more' ? `«${piece.count} more ${piece.unit}s»` : piece.text;
}

/** The layout as it would be printed, set in by two spaces a level. */
function laidOut(sql: string): string[] {
  return (layoutSql(sql) ?? []).map(
    ({ indent, pieces }) => '  '.repeat(indent) + pieces.map(textOf).join(''),
  );
}

describe('layoutSql', () => {
  it('gives each clause a line, and joins one of their own', () => {
    const sql =
      'SELECT "book"."id", "author"."name" FROM "book" INNER JOIN "author" ON ("book"."author_id" = "author"."id") ' +
      'WHERE "book"."stock" < ? ORDER BY "book"."title" ASC LIMIT 21';
    expect(laidOut(sql)).toEqual([
      'SELECT "book"."id", "author"."name"',
      'FROM "book"',
      'INNER JOIN "author" ON ("book"."author_id" = "author"."id")',
      'WHERE "book"."stock" < ?',
      'ORDER BY "book"."title" ASC',
      'LIMIT 21',
    ]);
  });

  it('leaves a short statement in one line', () => {
    expect(laidOut('UPDATE book SET price=? WHERE book.id = ?')).toEqual([
      'UPDATE book SET price=? WHERE book.id = ?',
    ]);
  });

  it('sets subqueries in, and leaves functions and windows alone', () => {
    const sql =
      'SELECT title, rank() OVER (PARTITION BY a ORDER BY b) AS r FROM book WHERE id IN (SELECT book_id FROM book_genre WHERE genre_id = ?)';
    expect(laidOut(sql)).toEqual([
      'SELECT title, rank() OVER (PARTITION BY a ORDER BY b) AS r',
      'FROM book',
      'WHERE id IN (',
      '  SELECT book_id',
      '  FROM book_genre',
      '  WHERE genre_id = ?',
      ')',
    ]);
  });

  it('knows the words that begin no clause where they stand', () => {
    const upsert =
      'INSERT INTO "a" ("x", "y") VALUES (?, ?) ON CONFLICT ("x") DO UPDATE SET "y" = EXCLUDED."y" RETURNING "a"."id"';
    expect(laidOut(upsert)).toEqual([
      'INSERT INTO "a" ("x", "y")',
      'VALUES (?, ?)',
      'ON CONFLICT ("x") DO UPDATE SET "y" = EXCLUDED."y"',
      'RETURNING "a"."id"',
    ]);
    expect(laidOut('DELETE FROM purchase_line WHERE purchase_line.id IS DISTINCT FROM ? AND b = ?')).toEqual([
      'DELETE FROM purchase_line',
      'WHERE purchase_line.id IS DISTINCT FROM ? AND b = ?',
    ]);
  });

  it('gives each column of a table a line', () => {
    expect(
      laidOut('CREATE TABLE author (\n\tid INTEGER NOT NULL, \n\tname VARCHAR(100), \n\tPRIMARY KEY (id)\n)'),
    ).toEqual([
      'CREATE TABLE author (',
      '  id INTEGER NOT NULL,',
      '  name VARCHAR(100),',
      '  PRIMARY KEY (id)',
      ')',
    ]);
  });

  it('shows the first values of a very long list, and numbers what follows it rightly', () => {
    const sql = `SELECT * FROM t WHERE id IN (${Array(2_000).fill('?').join(', ')}) AND x = ?`;
    expect(laidOut(sql).at(-1)).toBe('WHERE id IN (?, ?, ?, «1997 more values») AND x = ?');
    const numbers = layoutSql(sql)?.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => (piece.kind === 'placeholder' ? [piece.number] : [])),
    );
    expect(numbers).toEqual([1, 2, 3, 2_001]);
  });

  it('shows the first rows of very many', () => {
    const sql = `INSERT INTO "t" ("a", "b") VALUES ${Array(500).fill('(?, ?)').join(', ')} RETURNING id, ?`;
    expect(laidOut(sql)).toEqual([
      'INSERT INTO "t" ("a", "b")',
      'VALUES (?, ?), (?, ?), (?, ?), «497 more rows»',
      'RETURNING id, ?',
    ]);
  });

  it('folds the end of a long list of columns, and nothing that has a query in it', () => {
    const columns = Array.from({ length: 14 }, (_, at) => `"book"."c${at}"`);
    const foldsOf = (sql: string) =>
      (layoutSql(sql) ?? []).flatMap(({ pieces }) =>
        pieces.flatMap((piece) =>
          piece.kind === 'columns' ? [[piece.count, piece.pieces.map(textOf).join('')]] : [],
        ),
      );
    const sql = `SELECT ${columns.join(', ')} FROM "book" WHERE "id" = ?`;
    expect(foldsOf(sql)).toEqual([[6, columns.slice(8).join(', ')]]);
    expect(laidOut(sql)[0]).toBe(`SELECT ${columns.join(', ')}`);
    expect(foldsOf(`SELECT ${columns.slice(0, 12).join(', ')} FROM "book"`)).toEqual([]);
    expect(foldsOf(sql.replace('"book"."c9"', '(SELECT "a"."b" FROM "a")'))).toEqual([]);
    expect(foldsOf(sql.replace('"book"."c9"', 'max("a", "b") AS "c"'))).toEqual([
      [6, expect.stringContaining('max("a", "b") AS "c"')],
    ]);
    expect(foldsOf(`SELECT * FROM (${sql}) AS x`)).toHaveLength(1);
  });

  it('keeps comments', () => {
    expect(
      laidOut('SELECT 1 /* a */ FROM t -- b\nWHERE x = 1 AND yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy = 2 -- c'),
    ).toEqual([
      'SELECT 1 /* a */',
      'FROM t -- b',
      'WHERE x = 1 AND yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy = 2 -- c',
    ]);
  });

  it('only moves space, whatever the text', () => {
    const word = fc.constantFrom(
      ...'SELECT FROM WHERE ( ) ( ) , , , , ? ?2 :a "b" \'c\' x . = LEFT JOIN ON VALUES UNION ALL 1 -- /*d*/ [e] SET'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.constantFrom('', ' ', '\n')), { maxLength: 80 }), (words) => {
        const sql = words.flat().join('');
        const again = laidOut(sql).join('\n');
        expect(tokensOf(again).map(({ text }) => text)).toEqual(tokensOf(sql).map(({ text }) => text));
        expect(again.replaceAll(/\s/g, '')).toBe(sql.replaceAll(/\s/g, ''));
      }),
      { numRuns: 500 },
    );
  });

  it('lays out nothing above its limit, and takes no long time below', () => {
    const list = (count: number): string =>
      `SELECT ${Array(count).fill('a').join(', ')} FROM t WHERE (${'('.repeat(count)}`;
    expect(layoutSql(list(LAYOUT_LIMIT))).toBeNull();
    const start = performance.now();
    layoutSql(list(LAYOUT_LIMIT / 5));
    expect(performance.now() - start).toBeLessThan(200);
  });
});
