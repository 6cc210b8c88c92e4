import { describe, expect, it } from 'vitest';
import { sayTable } from './say-table';
import { shownImageValue } from './shown-image-value';

describe('sayTable', () => {
  it('says how a table compares', () => {
    expect(sayTable({ kind: 'other-order', rows: 2, otherForm: 0 })).toBe('same');
    expect(sayTable({ kind: 'same', rows: 2, otherForm: 1 })).toBe('same, 1 value stored in another form');
    expect(sayTable({ kind: 'only-in', orm: 'sqlalchemy', rows: 1 })).toBe('only in SQLAlchemy, 1 row');
    expect(
      sayTable({
        kind: 'different',
        onlyColumns: { django: ['a', 'b'], sqlalchemy: ['c'] },
        columns: [],
        onlyRows: { django: [], sqlalchemy: [] },
        changed: [],
        counts: { django: 1_000, sqlalchemy: 0, changed: 2 },
      }),
    ).toBe(
      '1,000 rows only in Django, 2 rows with other values, columns a, b only in Django, column c only in SQLAlchemy',
    );
  });
});

describe('shownImageValue', () => {
  it('keeps what fits, and shows the rest by its beginning', () => {
    expect([null, true, 1.5, 'a', 7n].map(shownImageValue)).toEqual([null, true, 1.5, 'a', 7]);
    expect(shownImageValue(2n ** 60n)).toEqual({ type: 'int', value: '1152921504606846976' });
    expect(shownImageValue(new Uint8Array([0, 255]))).toEqual({ type: 'bytes', value: '00ff' });
    expect(shownImageValue(new Uint8Array(40))).toEqual({
      type: 'bytes',
      value: '00'.repeat(32),
      length: 40,
    });
    expect(shownImageValue('é'.repeat(300))).toEqual({ type: 'str', value: 'é'.repeat(200), length: 300 });
    expect(shownImageValue({ start: 'ab', length: 900 })).toEqual({ type: 'str', value: 'ab', length: 900 });
  });
});
