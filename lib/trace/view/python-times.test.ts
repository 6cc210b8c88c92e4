import { describe, expect, it } from 'vitest';
import { statementWith } from '../testing-statement';
import type { Item } from './items';
import { pythonTimesOf } from './python-times';

function itemOf(...times: readonly (readonly [id: number, startUs: number, durationUs: number])[]): Item {
  const [first, ...others] = times.map(([id, startUs, durationUs]) =>
    statementWith({ id, startUs, durationUs }),
  );
  if (first === undefined) throw new Error('An item has a statement.');
  return {
    kind: 'statements',
    key: String(first.id),
    call: 1,
    rails: [],
    where: '',
    statements: [first, ...others],
    isRepeat: [],
    undone: false,
  };
}

describe('the time of Python before a statement', () => {
  it('is from the end of the one before it, in the order of sending, and not known for the first', () => {
    const items = [itemOf([0, 100, 10], [2, 200, 5]), itemOf([1, 150, 20])];
    expect([...pythonTimesOf(items)]).toEqual([
      [1, 40],
      [2, 30],
    ]);
  });

  it('is none where rows of the one before were still being fetched', () => {
    expect([...pythonTimesOf([itemOf([0, 0, 500], [1, 100, 5], [2, 505, 1])])]).toEqual([
      [1, 0],
      [2, 5],
    ]);
  });
});
