import { describe, expect, it } from 'vitest';
import type { Statement } from '../schema';
import { statementWith } from '../testing-statement';
import { compareCalls } from './compare-calls';
import { sayAlignment, sayClause } from './say-alignment';

function sent(id: number, sql: string, changes: Partial<Statement> = {}): Statement {
  return statementWith({ id, sql, ...changes });
}

const BY_ID = 'SELECT "author"."id" FROM "author" WHERE "author"."id" = ? LIMIT 21';
const BY_ID_TOO = 'SELECT author.id FROM author WHERE author.id = ?';

describe('comparing what two calls sent', () => {
  it('compares a text that was repeated once, and says how often each side sent it', () => {
    const left = [1, 2, 1].map((param, id) => sent(id, BY_ID, { params: [param] }));
    const right = [1, 2].map((param, id) => sent(id, BY_ID_TOO, { params: [param] }));
    const { pairs, alone } = compareCalls(left, right);
    expect(pairs.map(({ times }) => times)).toEqual([{ left: 3, right: 2 }]);
    expect(alone).toEqual({ left: [], right: [] });
    const [pair] = pairs;
    expect(pair?.left.id).toBe(0);
    expect(pair && sayAlignment(pair.alignment)).toBe('1 difference: LIMIT');
  });

  it('leaves transaction control out, and gives what only one side sent, each text once', () => {
    const begin = sent(0, 'BEGIN', { kind: 'begin' });
    const insert = 'INSERT INTO tag (name) VALUES (?)';
    const left = [begin, sent(1, BY_ID)];
    const right = [
      sent(2, BY_ID_TOO),
      sent(3, insert, { kind: 'insert' }),
      sent(4, insert, { kind: 'insert' }),
    ];
    const { pairs, alone } = compareCalls(left, right);
    expect(pairs.map((pair) => [pair.left.id, pair.right.id])).toEqual([[1, 2]]);
    expect(alone.left).toEqual([]);
    expect(alone.right.map(({ id }) => id)).toEqual([3]);
  });

  it('tells that only the kind of a join differs', () => {
    const one = 'SELECT "book"."id" FROM "book" INNER JOIN "author" ON ("book"."author_id" = "author"."id")';
    const other =
      'SELECT book.id FROM book LEFT OUTER JOIN author AS author_1 ON author_1.id = book.author_id';
    const [pair] = compareCalls([sent(0, one)], [sent(0, other)]).pairs;
    if (pair?.alignment.kind !== 'clauses') throw new Error('They are written as ORMs write.');
    const join = pair.alignment.clauses.find(({ name }) => name === 'join');
    expect(join?.parts).toMatchObject([{ state: 'changed', isJoinKind: true }]);
    expect(join && sayClause(join, 'Django ORM', 'SQLAlchemy')).toBe('other kind');
    expect(sayAlignment(pair.alignment)).toBe('1 difference: JOIN');
    const [elsewhere] = compareCalls(
      [sent(0, one)],
      [sent(0, other.replace('author_1.id', 'author_1.name'))],
    ).pairs;
    if (elsewhere?.alignment.kind !== 'clauses') throw new Error('They are written as ORMs write.');
    expect(elsewhere.alignment.clauses.find(({ name }) => name === 'join')?.parts).toMatchObject([
      { state: 'changed', isJoinKind: false },
    ]);
  });

  it('compares texts of many kilobytes as they are, at once', () => {
    const list = Array.from({ length: 20_000 }, () => '?').join(', ');
    const long = `${BY_ID_TOO} OR author.id IN (${list})`;
    const start = performance.now();
    const { pairs } = compareCalls([sent(0, long)], [sent(0, `${long} LIMIT 1`)]);
    expect(performance.now() - start).toBeLessThan(100);
    expect(pairs.map(({ alignment }) => alignment)).toEqual([{ kind: 'text', same: false }]);
  });
});
