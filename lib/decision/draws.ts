import { ORMS } from '../orm/orm';
import { NUMBERS_FOR_WEIGHTS, weightDrawer } from './drawn-weights';
import { FACTOR_LIST } from './factors';
import { DEFAULT_SEED, uniformFrom } from './generator';
import { GROUPS, type PerGroup } from './groups';
import type { Judgement } from './judge-factors';
import { dropGroups, type Robustness, sumUp } from './robustness';
import { clampScore, valueOfScore } from './scale';

/** How many draws a result rests on; the standard error of a share is then at most 0.005. */
export const DRAWS = 10_000;

/** The random numbers that each draw takes, used or not: weights, each factor's points, each score. */
export const NUMBERS_PER_DRAW = NUMBERS_FOR_WEIGHTS + FACTOR_LIST.length * (1 + ORMS.length);

/** What is drawn. */
export interface DrawsInput {
  /** Where each group stands (see `orderOf`). */
  readonly order: PerGroup;
  /** The nine factors, in the order of `FACTOR_LIST`. */
  readonly factors: readonly Judgement[];
  readonly count?: number;
  readonly seed?: number;
}

/** Draws that are made bit by bit, so that a page stays quick between. */
export interface RunningDraws {
  /** How many are still to be made. */
  remaining(): number;
  /** Makes up to so many more. */
  advance(count: number): void;
  /** @throws RangeError while draws remain */
  result(): Robustness;
}

/**
 * Starts a stochastic multicriteria acceptability analysis: SMAA (Lahdelma, Hokkanen & Salminen 1998), in
 * the form SMAA-2 (Lahdelma & Salminen 2001), with central weight vectors and confidence factors. Weights are drawn
 * uniformly within the stated order; points ±1 and scores ±½, or ±1 where they are not known.
 * @param random gives the numbers in place of the seed's own
 * @throws RangeError when there is not one factor for each of `FACTOR_LIST`
 */
export function startDraws(input: DrawsInput, random?: () => number): RunningDraws {
  const { order, factors, count = DRAWS, seed = DEFAULT_SEED } = input;
  if (factors.length !== FACTOR_LIST.length)
    throw new RangeError(`There must be ${FACTOR_LIST.length} factors, not ${factors.length}.`);
  const next = random ?? uniformFrom(seed);
  const draw = drawer(order, factors);
  const width = GROUPS.length;
  const weights = new Float64Array(count * width);
  const differences = new Float64Array(count * width);
  let done = 0;
  return {
    remaining: () => count - done,
    advance(more) {
      for (const end = Math.min(count, done + more); done < end; done += 1) {
        const from = done * width;
        draw(next, weights.subarray(from, from + width), differences.subarray(from, from + width));
      }
    },
    result() {
      if (done < count) throw new RangeError(`${count - done} draws are still to be made.`);
      return { count, seed, ...sumUp(weights, differences) };
    },
  };
}

/** Makes all draws at once: some milliseconds. */
export function runDraws(input: DrawsInput): Robustness {
  const draws = startDraws(input);
  draws.advance(draws.remaining());
  return draws.result();
}

type Draw = (next: () => number, weights: Float64Array, differences: Float64Array) => void;

/** Makes a draw: the groups' weights, and the difference inside each group; NaN where nothing counts in it. */
function drawer(order: PerGroup, factors: readonly Judgement[]): Draw {
  const drawWeights = weightDrawer(order);
  const numbers = new Float64Array(NUMBERS_PER_DRAW);
  const points = new Float64Array(GROUPS.length);
  const firstScore = NUMBERS_FOR_WEIGHTS + factors.length;
  const plain = factors.map((factor) => ({ ...factor, groupIndex: GROUPS.indexOf(factor.group) }));
  return (next, weights, differences) => {
    for (let index = 0; index < NUMBERS_PER_DRAW; index += 1) numbers[index] = next();
    drawWeights(numbers, weights);
    points.fill(0);
    differences.fill(0);
    for (let index = 0; index < plain.length; index += 1) {
      const factor = plain[index];
      if (factor === undefined || factor.points === 0) continue;
      const drawnPoints = Math.max(0, factor.points + 2 * at(numbers, NUMBERS_FOR_WEIGHTS + index) - 1);
      const score = firstScore + 2 * index;
      const django = doubted(factor.scores.django, factor.doubt, at(numbers, score));
      const sqlalchemy = doubted(factor.scores.sqlalchemy, factor.doubt, at(numbers, score + 1));
      points[factor.groupIndex] = at(points, factor.groupIndex) + drawnPoints;
      differences[factor.groupIndex] =
        at(differences, factor.groupIndex) + drawnPoints * (valueOfScore(sqlalchemy) - valueOfScore(django));
    }
    // A group in which nothing counts becomes 0/0 = NaN here, which marks it.
    for (let group = 0; group < GROUPS.length; group += 1)
      differences[group] = at(differences, group) / at(points, group);
    dropGroups(weights, differences);
  };
}

function doubted(score: number, doubt: number, random: number): number {
  return clampScore(score + doubt * (2 * random - 1));
}

/** An element of an array whose length is known to reach so far. */
function at(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN;
}
