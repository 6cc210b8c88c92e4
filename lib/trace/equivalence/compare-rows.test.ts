import { describe, expect, it } from 'vitest';
import type { Value } from '../schema';
import { compareRows, type RowsRead } from './compare-rows';
import { sayEquality } from './say-equality';

function read(rows: Value[][], rowCount = rows.length): RowsRead {
  return { columns: ['a'], rows, rowCount };
}

describe('compareRows', () => {
  it.each<[string, RowsRead, RowsRead, string]>([
    ['equal rows', read([[1, 'a']]), read([[1, 'a']]), 'Same row'],
    ['rows in another order', read([[1], [2]]), read([[2], [1]]), 'Same rows, other order'],
    [
      'a date and its text',
      read([[{ type: 'date', value: '1949-01-12' }]]),
      read([['1949-01-12']]),
      'Same values, other types (date, str)',
    ],
    [
      'a decimal and a number',
      read([[{ type: 'decimal', value: '12.50' }]]),
      read([[12.5]]),
      'Same values, other types (Decimal, number)',
    ],
    [
      'large integers',
      read([[{ type: 'int', value: '9007199254740993' }]]),
      read([[2 ** 53]]),
      'Different rows: 1 only in Django, 1 only in SQLAlchemy',
    ],
    [
      'rows of which not all were recorded',
      read([[1], [2]], 900),
      read([[1], [2], [3]], 900),
      'Same first 2 rows; no more were recorded',
    ],
    ['no rows', read([]), read([]), 'Same result: no rows'],
    [
      'a write',
      { columns: null, rows: [], rowCount: 1 },
      read([[1]]),
      'Nothing to compare: Django shows no value',
    ],
  ])('compares %s', (_, django, sqlalchemy, expected) => {
    expect(sayEquality(compareRows(django, sqlalchemy))).toBe(expected);
  });
});
