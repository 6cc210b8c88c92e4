import { describe, expect, it } from 'vitest';
import { weightDrawer } from './drawn-weights';
import { NUMBERS_PER_DRAW } from './draws';
import { DEFAULT_SEED, uniformFrom } from './generator';
import { GROUPS, type PerGroup } from './groups';

const STRICT: PerGroup = { fit: 0, team: 1, time: 2, ops: 3 };
const LEVEL: PerGroup = { fit: 0, team: 0, time: 0, ops: 0 };

/** Draws weights as a decision does, with the numbers between them thrown away. */
function* draws(order: PerGroup, count: number): Generator<Float64Array> {
  const next = uniformFrom(DEFAULT_SEED);
  const draw = weightDrawer(order);
  const weights = new Float64Array(GROUPS.length);
  for (let index = 0; index < count; index += 1) {
    draw(Array.from({ length: NUMBERS_PER_DRAW }, next), weights);
    yield weights;
  }
}

function firstDraw(order: PerGroup): readonly string[] {
  const [weights] = draws(order, 1);
  return [...(weights ?? [])].map((weight) => weight.toFixed(6));
}

/** The share of drawn weights under which a difference is above 0. */
function shareAbove(differences: readonly number[], order: PerGroup, count: number): number {
  let above = 0;
  for (const weights of draws(order, count))
    if (weights.reduce((sum, weight, group) => sum + weight * (differences[group] ?? 0), 0) > 0) above += 1;
  return above / count;
}

/** The same share in closed form, from the differences at the corners of the weights' simplex. */
function shareInClosedForm(corners: readonly number[]): number {
  return corners
    .filter((corner) => corner > 0)
    .reduce((sum, corner) => {
      const others = corners.filter((other) => other !== corner);
      return sum + others.reduce((product, other) => product * (corner / (corner - other)), 1);
    }, 0);
}

/** Corner k of the weights that respect the order: 1/k for each of the first k groups. */
function cornersInOrder(differences: readonly number[]): readonly number[] {
  return differences.map((_, index) => {
    const first = differences.slice(0, index + 1);
    return first.reduce((sum, difference) => sum + difference, 0) / first.length;
  });
}

describe('drawn weights', () => {
  it('are those of the first draw that were worked out elsewhere', () => {
    expect(firstDraw(STRICT)).toEqual(['0.392620', '0.379267', '0.218644', '0.009469']);
    expect(firstDraw({ fit: 0, team: 0, time: 2, ops: 2 })).toEqual([
      '0.379267',
      '0.392620',
      '0.009469',
      '0.218644',
    ]);
  });

  it('respect the order, and come to 1', () => {
    for (const [fit = 0, team = 0, time = 0, ops = 0] of draws(STRICT, 500)) {
      expect([fit, team, time, ops]).toEqual([fit, team, time, ops].sort((one, other) => other - one));
      expect(fit + team + time + ops).toBeCloseTo(1, 12);
    }
  });

  it('win as often as the closed form says, within an order', () => {
    const differences = [20, -40, 15, -5];
    expect(shareInClosedForm(cornersInOrder(differences))).toBeCloseTo(0.547009, 6);
    expect(shareAbove(differences, STRICT, 10_000)).toBe(0.5442);
  });

  it('win as often as the closed form says, without an order', () => {
    const differences = [2, -1, 0.5, -1.5];
    expect(shareInClosedForm(differences)).toBeCloseTo(0.480159, 6);
    expect(shareAbove(differences, LEVEL, 10_000)).toBe(0.4854);
  });

  it('come close to both with more draws', () => {
    expect(Math.abs(shareAbove([20, -40, 15, -5], STRICT, 100_000) - 0.547009)).toBeLessThan(0.005);
    expect(Math.abs(shareAbove([2, -1, 0.5, -1.5], LEVEL, 100_000) - 0.480159)).toBeLessThan(0.005);
  });
});
