import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordingSchema } from '../../scenarios/types';
import { type CellResult, compareValues } from './compare-values';
import { sayEquality } from './say-equality';
import { pythonValue, repr } from './testing-python';

function done(value: string | null): CellResult {
  return { value, valueType: null, state: 'done' };
}

function said(django: string | null, sqlalchemy: string | null): string {
  return sayEquality(compareValues(done(django), done(sqlalchemy)));
}

describe('compareValues', () => {
  it('finds any value the same as itself, from either side', () => {
    fc.assert(
      fc.property(pythonValue, (value) => {
        const found = compareValues(done(repr(value)), done(repr(value)));
        expect(found.kind).toBe('same');
      }),
    );
  });

  it('finds the rows of a list the same in any other order, and says so', () => {
    const rows = fc.uniqueArray(fc.integer(), { minLength: 2 });
    fc.assert(
      fc.property(rows, (numbers) => {
        const found = compareValues(
          done(`[${numbers.join(', ')}]`),
          done(`[${numbers.toReversed().join(', ')}]`),
        );
        expect(found).toEqual({ kind: 'other-order', unit: 'row', count: numbers.length });
      }),
    );
  });

  it('counts the rows that only one side has', () => {
    const rows = fc.uniqueArray(fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const found = compareValues(done(`[${one.join(', ')}]`), done(`[${other.join(', ')}]`));
        const only = {
          django: one.filter((row) => !other.includes(row)).length,
          sqlalchemy: other.filter((row) => !one.includes(row)).length,
        };
        if (only.django + only.sqlalchemy > 0) expect(found).toMatchObject({ kind: 'different', only });
        else expect(['same', 'other-order']).toContain(found.kind);
      }),
    );
  });

  it.each([
    ["['a', 'b']", "['a', 'b']", 'Same 2 rows'],
    ["['a']", "['a']", 'Same row'],
    ['[]', '[]', 'Same result: no rows'],
    ['5', '5', 'Same value'],
    ["<QuerySet ['a']>", "['a']", 'Same row'],
    ["[Decimal('5.00')]", '[5.0]', 'Same values, other types (Decimal, float)'],
    ["[Decimal('5.00'), True]", '[5.0, 1]', 'Same values, other types (Decimal, float; bool, int)'],
    ['[datetime.date(2026, 1, 5)]', "['2026-01-05']", 'Same values, other types (date, str)'],
    [
      '[(1, datetime.datetime(2026, 1, 5, 7, 30))]',
      "[[1, '2026-01-05 07:30:00.000000']]",
      'Same values, other types (tuple, list; datetime, str)',
    ],
    [
      "UUID('0f7b2c3a-0000-4000-8000-000000000001')",
      "'0f7b2c3a000040008000000000000001'",
      'Same value, other types (UUID, str)',
    ],
    ["[Decimal('1'), 2]", '[2, 1]', 'Same values, other types (Decimal, int), other order'],
    ["[Decimal('1.10')]", "[Decimal('1.1')]", 'Same row'],
    ["'2026-01-05T00:00'", "'2026-01-05 00:00'", 'Different values'],
    ["['a', 'b', 'c']", "['a']", 'Different rows: 2 only in Django'],
    ["['a', 'b']", "['a', 'c']", 'Different rows: 1 only in Django, 1 only in SQLAlchemy'],
    ['{1, 2}', '{2, 1}', 'Same 2 rows'],
    ["{'a': 1, 'b': 2}", "{'b': 2, 'a': 1}", 'Same value'],
    ["('a', 1)", "('a', 2)", 'Different values'],
    ['[<Book: Emma>]', '[<Book: Emma>]', 'Same row'],
    [
      '[<Book: Book object (5)>]',
      '[<models.Book object>]',
      'Different text; objects show themselves in their own words',
    ],
    ['[<Book: a>, <Book: b>]', '[<Book: a>]', 'Different rows: 1 only in Django'],
    ["['a', 'b', 'lon…", "['a', 'b', 'long']", 'Same first 2 rows; no more were recorded'],
    ["['a', 'b', 'lon…", "['a']", 'Different text; it is longer than what was recorded'],
    ["['a', 'b', 'lon…", "['b', 'a', 'long']", 'Different text; it is longer than what was recorded'],
    ["'long…", "'long…", 'Same text; it is longer than what was recorded'],
    ['Color.RED', 'Color.BLUE', 'Different text; compared as it is shown'],
    [null, '5', 'Nothing to compare: Django shows no value'],
    [null, null, 'Nothing to compare: neither shows a value'],
  ])('says of %s and %s: %s', (django, sqlalchemy, expected) => {
    expect(said(django, sqlalchemy)).toBe(expected);
  });

  it('says where a side stopped, which cell a side lacks, and that one still runs', () => {
    const failed: CellResult = { value: null, valueType: null, state: 'failed' };
    const notReached: CellResult = { ...failed, state: 'not-reached' };
    const verdicts = [
      compareValues(done('1'), failed, { sqlalchemy: 4 }),
      compareValues(notReached, notReached, { django: 3, sqlalchemy: null }),
      compareValues(notReached, done('1')),
      compareValues(null, done('1')),
    ];
    expect(verdicts.map(sayEquality)).toEqual([
      'Nothing to compare: SQLAlchemy stopped at line 4',
      'Nothing to compare: Django stopped at line 3, SQLAlchemy stopped',
      'Nothing to compare: it has not run to its end',
      'Nothing to compare: Django has no such cell',
    ]);
  });

  it('finds the same twenty rows in the recorded N+1 and in its cures', () => {
    const file = new URL('../../scenarios/n-plus-one/recorded.json', import.meta.url);
    const { trace } = RecordingSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const verdicts = [0, 1, 2].map((index) => {
      const [django, sqlalchemy] = [trace.django, trace.sqlalchemy].map(
        (outcome) => outcome.trace.cells[index],
      );
      return sayEquality(compareValues(django ?? null, sqlalchemy ?? null));
    });
    expect(verdicts).toEqual(['Same 20 rows', 'Same 20 rows', 'Same 20 rows']);
  });
});
