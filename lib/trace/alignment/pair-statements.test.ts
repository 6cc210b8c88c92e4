import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../schema';
import { pairStatements } from './pair-statements';

type Sent = Pick<Statement, 'id' | 'kind' | 'sql' | 'params'>;

function select(id: number, sql: string, ...params: number[]): Sent {
  return { id, kind: 'select', sql, params };
}

describe('pairStatements', () => {
  it('pairs what reads the same tables, equal parameters first, and leaves the rest alone', () => {
    const book = 'SELECT "book"."id" FROM "book"';
    const author = 'SELECT "author"."id" FROM "author" WHERE "author"."id" = ? LIMIT 21';
    const left = [select(0, book), select(1, author, 3), select(2, author, 1), select(3, author, 3)];
    const right = [
      select(5, 'SELECT book.id FROM book'),
      select(6, 'SELECT author.id FROM author WHERE author.id = ?', 1),
      select(7, 'SELECT author.id FROM author WHERE author.id = ?', 3),
      select(8, 'SELECT genre.id FROM genre'),
    ];
    expect(pairStatements(left, right)).toEqual([
      { left: 0, right: 5 },
      { left: 1, right: 7 },
      { left: 2, right: 6 },
      { left: 3, right: null },
      { left: null, right: 8 },
    ]);
  });

  it('pairs by kind and first table where the tables differ, and control of transactions by kind', () => {
    const left: Sent[] = [
      { id: 0, kind: 'begin', sql: 'BEGIN', params: null },
      select(1, 'SELECT "book"."id" FROM "book" INNER JOIN "author" ON ("book"."author_id" = "author"."id")'),
      { id: 2, kind: 'commit', sql: 'COMMIT', params: null },
    ];
    const right: Sent[] = [
      select(0, 'SELECT book.id FROM book'),
      { id: 1, kind: 'begin', sql: 'BEGIN ', params: null },
      { id: 2, kind: 'commit', sql: 'COMMIT', params: null },
    ];
    expect(pairStatements(left, right)).toEqual([
      { left: 0, right: 1 },
      { left: 1, right: 0 },
      { left: 2, right: 2 },
    ]);
  });

  it("pairs a table that Django has named with SQLAlchemy's", () => {
    const left = [select(0, 'SELECT "app_book"."id" FROM "app_book"')];
    expect(pairStatements(left, [select(3, 'SELECT book.id FROM book')])).toEqual([{ left: 0, right: 3 }]);
  });

  it('never pairs a read with a write', () => {
    const write: Sent = { id: 4, kind: 'update', sql: 'UPDATE book SET stock=?', params: [1] };
    expect(pairStatements([select(0, 'SELECT "book"."id" FROM "book"')], [write])).toEqual([
      { left: 0, right: null },
      { left: null, right: 4 },
    ]);
  });

  it('names each statement of both sides exactly once', () => {
    const sql = fc.constantFrom(
      'SELECT a FROM t',
      'SELECT b FROM t',
      'SELECT a FROM u',
      'SELECT a FROM u, t',
    );
    const side = fc
      .array(fc.tuple(sql, fc.integer({ min: 0, max: 2 })))
      .map((sent) => sent.map(([text, param], id) => select(id, text, param)));
    fc.assert(
      fc.property(side, side, (left, right) => {
        const pairs = pairStatements(left, right);
        const ids = (side: 'left' | 'right'): number[] =>
          pairs.flatMap((pair) => pair[side] ?? []).sort((one, other) => one - other);
        expect(ids('left')).toEqual(left.map(({ id }) => id));
        expect(ids('right')).toEqual(right.map(({ id }) => id));
        expect(pairs.some((pair) => pair.left === null && pair.right === null)).toBe(false);
      }),
    );
  });

  it('pairs a side with itself statement by statement', () => {
    const side = [
      select(0, 'SELECT a FROM t', 1),
      select(1, 'SELECT a FROM t', 2),
      select(2, 'SELECT a FROM u'),
    ];
    expect(pairStatements(side, side)).toEqual(side.map(({ id }) => ({ left: id, right: id })));
  });
});
