import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUPS, type PerGroup } from './groups';
import { keptGroupWeights, type Scored, weightedSum, weightedValue } from './weighted-sum';

const score = fc.double({ min: 1, max: 5, noNaN: true });
const anyFactor: fc.Arbitrary<Scored> = fc.record({
  group: fc.constantFrom(...GROUPS),
  points: fc.integer({ min: 0, max: 3 }),
  scores: fc.record({ django: score, sqlalchemy: score }),
});
const anyFactors = fc.array(anyFactor, { minLength: 1, maxLength: 12 });
const anyWeights: fc.Arbitrary<PerGroup> = fc
  .tuple(...GROUPS.map(() => fc.integer({ min: 1, max: 100 })))
  .map(([fit = 1, team = 1, time = 1, ops = 1]) => {
    const sum = fit + team + time + ops;
    return { fit: fit / sum, team: team / sum, time: time / sum, ops: ops / sum };
  });

const NEAR = 9;

describe('the weighted sum', () => {
  it('comes to what a hand comes to', () => {
    const factors: readonly Scored[] = [
      { group: 'fit', points: 1, scores: { django: 5, sqlalchemy: 1 } },
      { group: 'fit', points: 3, scores: { django: 1, sqlalchemy: 5 } },
      { group: 'team', points: 2, scores: { django: 3, sqlalchemy: 2 } },
    ];
    const sum = weightedSum(factors, { fit: 0.4, team: 0.1, time: 0.3, ops: 0.2 });
    expect(sum.groupWeights).toEqual({ fit: 0.8, team: 0.2, time: 0, ops: 0 });
    expect(sum.shares).toEqual([0.25, 0.75, 1]);
    expect(sum.values.django).toBeCloseTo(0.8 * 25 + 0.2 * 50, NEAR);
    expect(sum.values.sqlalchemy).toBeCloseTo(0.8 * 75 + 0.2 * 25, NEAR);
    expect(sum.delta).toBeCloseTo(35, NEAR);
    expect(sum.groupDeltas).toEqual({ fit: 50, team: -25, time: 0, ops: 0 });
  });

  it('leaves nothing where nothing counts', () => {
    const nothing: Scored = { group: 'ops', points: 0, scores: { django: 5, sqlalchemy: 1 } };
    const sum = weightedSum([nothing], { fit: 0.25, team: 0.25, time: 0.25, ops: 0.25 });
    expect(sum.delta).toBe(0);
    expect(sum.weights).toEqual([0]);
    expect(keptGroupWeights({ fit: 0.25, team: 0.25, time: 0.25, ops: 0.25 }, [nothing])).toEqual({
      fit: 0,
      team: 0,
      time: 0,
      ops: 0,
    });
  });

  it('refuses a weight without a score', () => {
    expect(() => weightedValue([0.5, 0.5], [3])).toThrow(RangeError);
  });

  it('stays between 0 and 100, its weights summing to 1', () => {
    fc.assert(
      fc.property(anyFactors, anyWeights, (factors, weights) => {
        const { values, weights: each } = weightedSum(factors, weights);
        const total = each.reduce((sum, weight) => sum + weight, 0);
        expect(total).toBeCloseTo(factors.some(({ points }) => points > 0) ? 1 : 0, NEAR);
        for (const value of [values.django, values.sqlalchemy]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100 + 1e-9);
        }
      }),
    );
  });

  it('is the weighted sum of the groups', () => {
    fc.assert(
      fc.property(anyFactors, anyWeights, (factors, weights) => {
        const { delta, groupWeights, groupDeltas } = weightedSum(factors, weights);
        const byGroups = GROUPS.reduce((sum, group) => sum + groupWeights[group] * groupDeltas[group], 0);
        expect(delta).toBeCloseTo(byGroups, NEAR);
      }),
    );
  });

  it('is not moved by a third option, whatever it scores', () => {
    fc.assert(
      fc.property(
        anyFactors,
        anyWeights,
        fc.array(score, { minLength: 12, maxLength: 12 }),
        (factors, weights, third) => {
          const before = weightedSum(factors, weights);
          const withThird = factors.map((factor, index) => ({
            ...factor,
            scores: { ...factor.scores, third: third[index] ?? 1 },
          }));
          const after = weightedSum(withThird, weights);
          expect(after).toEqual(before);
          const value = weightedValue(
            after.weights,
            withThird.map(({ scores }) => scores.third),
          );
          expect(value).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('is not moved by splitting a factor in two with half the points each', () => {
    fc.assert(
      fc.property(anyFactors, anyWeights, fc.nat(), (factors, weights, pick) => {
        const index = pick % factors.length;
        const split = factors.flatMap((factor, at) => {
          const half = { ...factor, points: factor.points / 2 };
          return at === index ? [half, half] : [factor];
        });
        expect(weightedSum(split, weights).delta).toBeCloseTo(weightedSum(factors, weights).delta, NEAR);
      }),
    );
  });

  it('is negated by swapping the scores of the two', () => {
    fc.assert(
      fc.property(anyFactors, anyWeights, (factors, weights) => {
        const swapped = factors.map(({ scores, ...factor }) => ({
          ...factor,
          scores: { django: scores.sqlalchemy, sqlalchemy: scores.django },
        }));
        const before = weightedSum(factors, weights).delta;
        expect(weightedSum(swapped, weights).delta).toBeCloseTo(-before, NEAR);
      }),
    );
  });

  it('moves towards the difference of what gets more weight, and never past it', () => {
    fc.assert(
      fc.property(anyFactors, anyWeights, fc.nat(), (factors, weights, pick) => {
        const counting = factors.filter(({ points }) => points > 0);
        fc.pre(counting.length > 0);
        const chosen = counting[pick % counting.length];
        const more = factors.map((factor) =>
          factor === chosen ? { ...factor, points: factor.points + 1 } : factor,
        );
        if (chosen === undefined) throw new Error('There is one.');
        const own = (chosen.scores.sqlalchemy - chosen.scores.django) * 25;
        const before = weightedSum(factors, weights).groupDeltas[chosen.group];
        const after = weightedSum(more, weights).groupDeltas[chosen.group];
        expect(after).toBeGreaterThanOrEqual(Math.min(before, own) - 1e-9);
        expect(after).toBeLessThanOrEqual(Math.max(before, own) + 1e-9);
      }),
    );
  });

  it('never takes the lead from the side that a factor favours when the factor weighs more', () => {
    const weight = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.record({ weight, score: fc.record({ django: score, sqlalchemy: score }) }), {
          minLength: 1,
          maxLength: 9,
        }),
        weight,
        (factors, extra) => {
          const deltaOf = (weights: readonly number[]) => {
            const total = weights.reduce((sum, each) => sum + each, 0);
            const normal = weights.map((each) => each / total);
            return (
              weightedValue(
                normal,
                factors.map(({ score: of }) => of.sqlalchemy),
              ) -
              weightedValue(
                normal,
                factors.map(({ score: of }) => of.django),
              )
            );
          };
          const weights = factors.map((factor) => factor.weight);
          const before = deltaOf(weights);
          const after = deltaOf(weights.map((each, index) => (index === 0 ? each + extra : each)));
          const favours = Math.sign((factors[0]?.score.sqlalchemy ?? 0) - (factors[0]?.score.django ?? 0));
          if (favours * before >= 0) expect(favours * after).toBeGreaterThanOrEqual(-1e-9);
          else expect(favours * after).toBeGreaterThanOrEqual(favours * before - 1e-9);
        },
      ),
    );
  });
});
