import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binsOf, longestRun, stripWords, type Tick } from './strip';

const tick = fc.record({ tall: fc.boolean(), hollow: fc.boolean() });

describe('binsOf', () => {
  it('puts every tick into one column, in order, as evenly as can be', () => {
    fc.assert(
      fc.property(fc.array(tick, { maxLength: 400 }), fc.integer({ min: 1, max: 120 }), (ticks, columns) => {
        const bins = binsOf(ticks, columns);
        expect(bins).toHaveLength(columns);
        const sum = (key: 'count' | 'tall' | 'hollow'): number =>
          bins.reduce((total, bin) => total + bin[key], 0);
        expect(sum('count')).toBe(ticks.length);
        expect(sum('tall')).toBe(ticks.filter(({ tall }) => tall).length);
        expect(sum('hollow')).toBe(ticks.filter(({ hollow }) => hollow).length);
        const counts = bins.map(({ count }) => count);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('stripWords', () => {
  const short: Tick = { tall: false, hollow: false };
  const tall: Tick = { tall: true, hollow: false };

  it.each([
    [{ ticks: [], alike: [] }, 'no SQL'],
    [{ ticks: [short], alike: [] }, '1 statement'],
    [{ ticks: [short, tall], alike: [] }, '2 statements, 1 of them writes'],
    [{ ticks: [tall, tall, tall], alike: [{ from: 0, to: 3 }] }, '3 statements, 3 of them write, 3 alike'],
  ])('%j', (strip, words) => {
    expect(stripWords(strip)).toBe(words);
  });

  it('names the longest run', () => {
    expect(
      longestRun([
        { from: 0, to: 3 },
        { from: 3, to: 9 },
      ]),
    ).toBe(6);
    expect(longestRun([])).toBe(0);
  });
});
