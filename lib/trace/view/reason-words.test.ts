import { describe, expect, it } from 'vitest';
import { traceOf } from '../findings/testing-trace';
import type { Statement } from '../schema';
import { reasonWords } from './reason-words';

function words(more: Partial<Statement>, expression: string | null = null): string {
  const [statement] = traceOf({}, [{ at: [], sql: 'SELECT 1', more }]).statements;
  if (statement === undefined) throw new Error('Nothing was sent.');
  return reasonWords(statement, expression);
}

describe('an explicit statement', () => {
  it.each([
    ['Book.objects.get(title="a)b")', 'get()'],
    ['session.scalars(select(Book).where(Book.id == f(1)))', 'scalars()'],
    ['list(Book.objects.all())', 'list()'],
    ['running_low', 'running_low was read'],
    ['author.books', 'books was read'],
    ['books[0]', 'one item, or a slice, was read'],
    ['(await x)', 'sent by the code'],
    ['Book.objects.bulk_create(\n    [Book(title="x"), Book(title="(")],\n)', 'bulk_create()'],
    ['f"{a}"', 'sent by the code'],
  ])('%s: %s', (expression, expected) => {
    expect(words({ reason: 'explicit' }, expression)).toBe(expected);
  });
});

describe('a statement that an ORM sent by itself', () => {
  it.each([
    [{ reason: 'lazy-load', reasonDetail: 'author' }, 'lazy load of author'],
    [{ reason: 'flush', reasonDetail: 'commit' }, 'flush, on commit'],
    [{ reason: 'autoflush' }, 'autoflush, before a query'],
    [{ reason: 'flush', many: 500 }, 'flush, 500 sets of values'],
  ] as const)('%j: %s', (more, expected) => {
    expect(words(more)).toBe(expected);
  });
});
