import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from './answers';
import { groupWeights, orderOf, rankOrderCentroid } from './group-weights';
import { GROUPS } from './groups';

function ranks(
  fit: 1 | 2 | 3 | 4 | null,
  team: typeof fit,
  time: typeof fit,
  ops: typeof fit,
): Answers['ranks'] {
  return { fit, team, time, ops };
}

function in48ths(given: Answers['ranks']): readonly number[] {
  const weights = groupWeights(given);
  return GROUPS.map((group) => Math.round(weights[group] * 48 * 1e9) / 1e9);
}

describe('weights from an order', () => {
  it('are the centroids of the places', () => {
    expect(rankOrderCentroid(4).map((weight) => weight.toFixed(4))).toEqual([
      '0.5208',
      '0.2708',
      '0.1458',
      '0.0625',
    ]);
    expect(rankOrderCentroid(1)).toEqual([1]);
    expect(in48ths(ranks(1, 2, 3, 4))).toEqual([25, 13, 7, 3]);
    expect(in48ths(ranks(4, 3, 1, 2))).toEqual([3, 7, 25, 13]);
  });

  it('are shared by ties', () => {
    expect(in48ths(ranks(1, 1, 2, 3))).toEqual([19, 19, 7, 3]);
    expect(in48ths(ranks(1, 1, 3, 4))).toEqual([19, 19, 7, 3]);
    expect(in48ths(ranks(2, 2, 2, 2))).toEqual([12, 12, 12, 12]);
  });

  it('leave the last places to groups without a rank', () => {
    expect(in48ths(ranks(2, null, 1, null))).toEqual([13, 5, 25, 5]);
    expect(in48ths(ranks(null, null, null, null))).toEqual([12, 12, 12, 12]);
    expect(in48ths(ranks(null, 4, null, null))).toEqual(
      [23 / 3, 25, 23 / 3, 23 / 3].map((n) => Math.round(n * 1e9) / 1e9),
    );
    expect(orderOf(ranks(null, 4, null, null))).toEqual({ fit: 1, team: 0, time: 1, ops: 1 });
  });

  it('sum to 1 and follow the order, whatever was ranked', () => {
    const rank = fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const));
    fc.assert(
      fc.property(rank, rank, rank, rank, (...given) => {
        const weights = groupWeights(ranks(...given));
        const order = orderOf(ranks(...given));
        expect(GROUPS.reduce((sum, group) => sum + weights[group], 0)).toBeCloseTo(1, 12);
        for (const one of GROUPS)
          for (const other of GROUPS)
            if (order[one] < order[other]) expect(weights[one]).toBeGreaterThan(weights[other]);
      }),
    );
  });
});
