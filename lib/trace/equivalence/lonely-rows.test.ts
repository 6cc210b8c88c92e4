import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareValues } from './compare-values';
import { lonelyRows } from './lonely-rows';
import { pythonValue, repr } from './testing-python';

const cell = (value: string | null) => ({ value, valueType: 'list', state: 'done' as const });

describe('lonelyRows', () => {
  it('gives what only one side has, at its place and as it is written', () => {
    expect(lonelyRows(cell("['a', Decimal('1.50'),  (1, 2)]"), cell("[(1, 2), 'b', 1.5]"))).toEqual({
      django: [{ place: 1, text: "'a'" }],
      sqlalchemy: [{ place: 2, text: "'b'" }],
    });
    expect(lonelyRows(cell('<QuerySet [<Book: A>, <Book: A>]>'), cell('[<Book: A>]'))).toEqual({
      django: [{ place: 2, text: '<Book: A>' }],
      sqlalchemy: [],
    });
  });

  it('gives nothing of values without rows', () => {
    const none = { django: [], sqlalchemy: [] };
    expect(lonelyRows(cell('1'), cell('2'))).toEqual(none);
    expect(lonelyRows(cell(null), cell('[nonsense'))).toEqual(none);
  });

  it('gives as many as the verdict counts', () => {
    const list = fc.array(pythonValue, { maxLength: 6 }).map((values) => `[${values.map(repr).join(', ')}]`);
    fc.assert(
      fc.property(list, list, (one, other) => {
        const verdict = compareValues(cell(one), cell(other));
        if (verdict.kind !== 'different') return;
        const { django, sqlalchemy } = lonelyRows(cell(one), cell(other));
        expect({ django: django.length, sqlalchemy: sqlalchemy.length }).toEqual(verdict.only);
        for (const { text } of django) expect(one).toContain(text);
      }),
    );
  });
});
