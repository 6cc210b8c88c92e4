import { describe, expect, it } from 'vitest';
import { shownNumber, shownShare } from './shown';

describe('a number that is shown', () => {
  it.each([
    [4.4, '4'],
    [4.5, '5'],
    [-4.5, '−5'],
    [-0.2, '0'],
    [-0, '0'],
    [99.5, '100'],
    [0.49999, '0'],
  ])('%f is %s', (value, shown) => {
    expect(shownNumber(value)).toBe(shown);
  });

  it.each([
    [4.6, '4.6'],
    [-4.6, '−4.6'],
    [4.96, '4.9'],
    [5.4, '5'],
    [4.4, '4'],
    [9.97, '9.9'],
    [10, '10'],
    [5 - 1e-12, '5'],
  ])('%f stays on its side of 5 and 10 as %s', (value, shown) => {
    expect(shownNumber(value, [5, 10])).toBe(shown);
  });
});

describe('a share that is shown', () => {
  it.each([
    [1, '100 %'],
    [0, '0 %'],
    [0.9951, '>99 %'],
    [0.9999, '>99 %'],
    [0.0049, '<1 %'],
    [0.0001, '<1 %'],
    [0.5, '50 %'],
    [0.9921, '99 %'],
    [0.947, '94.7 %'],
    [0.9088, '91 %'],
    [0.7999, '79.9 %'],
    [0.95, '95 %'],
  ])('%f is %s', (share, shown) => {
    expect(shownShare(share, [0.8, 0.95])).toBe(shown);
  });
});
