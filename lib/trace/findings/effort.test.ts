import { describe, expect, it } from 'vitest';
import type { Statement, Trace } from '../schema';
import { findFindings } from './find-findings';
import { type Sent, times, traceOf } from './testing-trace';

const FILES = {
  'script.py': 'book.author\nAuthor.objects.get(name=name)\ngenre.save()\nBook.objects.all()\n',
  'models.py':
    'class Book(models.Model):\n    author = models.ForeignKey("Author", models.CASCADE)\n\nclass Author(models.Model):\n    pass\n',
};
const LOAD = {
  at: ['book.author'],
  sql: 'SELECT "app_author"."id" FROM "app_author" WHERE "app_author"."id" = ?',
  more: { reason: 'lazy-load', reasonDetail: 'author' },
} satisfies Sent;
const READ: Sent = {
  at: ['Book.objects.all()'],
  sql: 'SELECT "app_book"."id", "app_book"."author_id" FROM "app_book"',
};
const SAVE = { at: ['genre.save()'], sql: 'UPDATE "genre" SET "name" = ? WHERE "genre"."id" = ?' };

/** Runs of so many statements, each hard in another way. */
const SHAPES: Record<string, (count: number) => Sent[]> = {
  'one long loop': (count) => times(count, LOAD, (at) => ({ params: [at] })),
  'a loop in each of many cells, behind many reads': (count) =>
    Array.from({ length: count / 4 }, (_, at): Sent[] =>
      [READ, READ, LOAD, LOAD].map((each, index) => ({
        ...each,
        more: { ...each.more, cell: at % 500, params: [index] },
      })),
    ).flat(),
  'writes, savepoints and reads by turns': (count) =>
    Array.from({ length: count / 4 }, (_, at): Sent[] => [
      { ...SAVE, more: { params: [at, at] } },
      { at: ['genre.save()'], sql: 'SAVEPOINT a' },
      {
        at: ['Author.objects.get(name=name)'],
        sql: 'SELECT "genre"."id" FROM "genre" WHERE "genre"."id" = ?',
        more: { params: [at] },
      },
      { at: ['genre.save()'], sql: 'COMMIT' },
    ]).flat(),
  'no two alike': (count) =>
    times(count, READ, () => ({})).map((each, at) => ({ ...each, sql: `${READ.sql} LIMIT ${at}` })),
};

/** How often a statement is looked at, whichever of its fields. */
function looks(trace: Trace): number {
  let count = 0;
  const handler: ProxyHandler<Statement> = {
    get: (target, key) => {
      count += 1;
      return Reflect.get(target, key);
    },
  };
  const statements = trace.statements.map((each) => new Proxy(each, handler));
  findFindings({ ...trace, statements }, FILES, 'django');
  return count;
}

/** It counts looks; how long that takes says nothing. */
const COUNTING_MS = 60_000;

describe('the effort of finding', () => {
  it.each(Object.entries(SHAPES))(
    'grows with the number of statements and no faster: %s',
    (_, shape) => {
      const few = looks(traceOf(FILES, shape(2_000)));
      const many = looks(traceOf(FILES, shape(20_000)));
      expect(few).toBeGreaterThan(2_000);
      expect(many / few).toBeLessThan(11.5);
      expect(many / 20_000).toBeLessThan(60);
    },
    COUNTING_MS,
  );
});
