import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weigh } from './decide';
import { flipsOf, nearestFlip } from './flips';
import { GROUPS, perGroup } from './groups';
import { anyAnswers } from './sample-answers';

const QUARTERS = perGroup(() => 0.25);

describe('flip points', () => {
  it('are where both are level', () => {
    // Without team the others differ by (30 + 30 + 30)/3 = 30; 30·(1 − t) = 60·t where t = 1/3.
    const flips = flipsOf(QUARTERS, { fit: 30, team: -60, time: 30, ops: 30 });
    expect(flips).toHaveLength(1);
    expect(flips[0]?.group).toBe('team');
    expect(flips[0]?.at).toBeCloseTo(1 / 3, 12);
    expect(flips[0]?.distance).toBeCloseTo(100 / 12, 10);
  });

  it('do not exist where every group says the same, or nothing', () => {
    expect(flipsOf(QUARTERS, { fit: 1, team: 2, time: 3, ops: 4 })).toEqual([]);
    expect(flipsOf(QUARTERS, { fit: 0, team: 0, time: 0, ops: 0 })).toEqual([]);
    expect(nearestFlip([])).toBeNull();
  });

  it('do not exist for a group that is all there is', () => {
    expect(flipsOf({ fit: 1, team: 0, time: 0, ops: 0 }, { fit: 30, team: 0, time: 0, ops: 0 })).toEqual([]);
  });

  it('make the difference vanish when the weight is moved there and the others keep their proportions', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { sum, flips } = weigh(answers);
        for (const { group, at } of flips) {
          const rest = 1 - sum.groupWeights[group];
          const moved = perGroup((each) =>
            each === group ? at : (sum.groupWeights[each] * (1 - at)) / rest,
          );
          const delta = GROUPS.reduce((total, each) => total + moved[each] * sum.groupDeltas[each], 0);
          expect(delta).toBeCloseTo(0, 9);
        }
      }),
    );
  });

  it('name the nearest', () => {
    const flip = (distance: number) => ({ group: 'fit' as const, at: 0.5, distance });
    expect(nearestFlip([flip(9), flip(4), flip(7)])?.distance).toBe(4);
  });
});
