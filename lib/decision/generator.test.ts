import { expect, it } from 'vitest';
import { DEFAULT_SEED, uniformFrom, xoshiro128StarStar } from './generator';

it('gives the numbers of the reference implementation', () => {
  const next = xoshiro128StarStar([1, 2, 3, 4]);
  expect(Array.from({ length: 10 }, next)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

it('starts a seed after the first sixteen numbers', () => {
  const next = uniformFrom(DEFAULT_SEED);
  expect(Array.from({ length: 5 }, () => next() * 2 ** 32)).toEqual([
    1686291132, 3315228616, 4254298824, 3294088328, 986550800,
  ]);
});

it.each([-1, 0.5, 2 ** 32, Number.NaN])('takes no %s for a seed', (seed) => {
  expect(() => uniformFrom(seed)).toThrow(RangeError);
});
