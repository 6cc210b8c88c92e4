import { expect, it } from 'vitest';
import { holds, median, tableOf } from './figure';

it('takes a bound as part of what it allows', () => {
  expect(holds({ name: 'x', value: 25, unit: 'MB', bound: { atMost: 25 } })).toBe(true);
  expect(holds({ name: 'x', value: 25.1, unit: 'MB', bound: { atMost: 25 } })).toBe(false);
  expect(holds({ name: 'x', value: 8, unit: '×', bound: { atLeast: 8 } })).toBe(true);
  expect(holds({ name: 'x', value: 7.9, unit: '×', bound: { atLeast: 8 } })).toBe(false);
  expect(holds({ name: 'x', value: 1, unit: '×' })).toBe(true);
});

it('finds the median in any order, of an even number too', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow(RangeError);
});

it('prints one line for each figure, also for one that could not be measured', () => {
  const table = tableOf([
    { name: 'first visit', value: 19.444, unit: 'MB', bound: { atMost: 25 }, detail: '31 files' },
    { name: 'stop', value: 1.4, unit: 's', bound: { atMost: 1 } },
    { name: 'run', why: 'no Python 3.12 was found' },
  ]);
  expect(table.split('\n')).toEqual([
    'first visit  19.4 MB  ≤ 25 MB  holds         31 files',
    'stop          1.40 s  ≤ 1 s    FAILS',
    'run                            not measured  no Python 3.12 was found',
  ]);
});
