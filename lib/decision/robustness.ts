import type { Orm } from '../orm/orm';
import { GROUPS, type PerGroup, perGroup } from './groups';
import type { PerOrm } from './scale';
import { leaderOf } from './tolerance';

/** How firm a result is when weights, points and scores are as uncertain as they are. */
export interface Robustness {
  /** How many draws it rests on, and the seed of their random numbers. */
  readonly count: number;
  readonly seed: number;
  /** Rank acceptability: the share of draws that each ORM won, a tie counting half for each. */
  readonly shares: PerOrm;
  /** The share of draws that were level. */
  readonly ties: number;
  /** The mean group weights of the draws that an ORM won; null when it won none. */
  readonly centralWeights: Readonly<Record<Orm, PerGroup | null>>;
  /** Confidence factor: an ORM's share when the group weights are held at its central ones; null without them. */
  readonly confidence: Readonly<Record<Orm, number | null>>;
}

const WIDTH = GROUPS.length;

/**
 * Sums up draws by the measures of SMAA-2 (Lahdelma & Salminen 2001): rank acceptability, central weight
 * vectors and confidence factors.
 * @param weights of the groups, a row of four for each draw; groups that dropped out have 0
 * @param differences inside the groups, a row for each draw; NaN for groups that dropped out
 */
export function sumUp(weights: Float64Array, differences: Float64Array): Omit<Robustness, 'count' | 'seed'> {
  const count = weights.length / WIDTH;
  const leaders = Array.from({ length: count }, (_, draw) =>
    leaderOf(deltaOf(weights, draw * WIDTH, differences, draw * WIDTH)),
  );
  const credit = (orm: Orm, leader: Orm | null | undefined) =>
    leader === null ? 0.5 : leader === orm ? 1 : 0;
  const won = (orm: Orm) => leaders.reduce((sum, leader) => sum + credit(orm, leader), 0);
  const central = (orm: Orm) => meanWeights(weights, (draw) => credit(orm, leaders[draw]));
  const [django, sqlalchemy] = [central('django'), central('sqlalchemy')];
  return {
    shares: { django: won('django') / count, sqlalchemy: won('sqlalchemy') / count },
    ties: leaders.filter((leader) => leader === null).length / count,
    centralWeights: { django: named(django), sqlalchemy: named(sqlalchemy) },
    confidence: {
      django: shareUnder(django, differences, 'django'),
      sqlalchemy: shareUnder(sqlalchemy, differences, 'sqlalchemy'),
    },
  };
}

/** Scales weights, in place, so that the groups of a draw that did not drop out sum to 1. */
export function dropGroups(weights: Float64Array, differences: Float64Array): void {
  if (!hasDropped(differences)) return;
  for (let group = 0; group < WIDTH; group += 1) if (Number.isNaN(at(differences, group))) weights[group] = 0;
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum > 0) for (let group = 0; group < WIDTH; group += 1) weights[group] = at(weights, group) / sum;
}

function hasDropped(differences: Float64Array): boolean {
  for (let group = 0; group < WIDTH; group += 1) if (Number.isNaN(at(differences, group))) return true;
  return false;
}

/** The mean of the weights of all draws, each counted as often as it says; null when none counts. */
function meanWeights(weights: Float64Array, creditOf: (draw: number) => number): Float64Array | null {
  const mean = new Float64Array(WIDTH);
  let total = 0;
  for (let from = 0; from < weights.length; from += WIDTH) {
    const credit = creditOf(from / WIDTH);
    total += credit;
    for (let group = 0; group < WIDTH; group += 1)
      mean[group] = at(mean, group) + credit * at(weights, from + group);
  }
  return total === 0 ? null : mean.map((sum) => sum / total);
}

/** The share of the draws that an ORM wins when the groups' weights are held. */
function shareUnder(held: Float64Array | null, differences: Float64Array, orm: Orm): number | null {
  if (held === null) return null;
  let won = 0;
  for (let from = 0; from < differences.length; from += WIDTH) {
    const row = differences.subarray(from, from + WIDTH);
    const weights = hasDropped(row) ? Float64Array.from(held) : held;
    dropGroups(weights, row);
    const leader = leaderOf(deltaOf(weights, 0, differences, from));
    won += leader === null ? 0.5 : leader === orm ? 1 : 0;
  }
  return won / (differences.length / WIDTH);
}

function deltaOf(weights: Float64Array, from: number, differences: Float64Array, row: number): number {
  let delta = 0;
  for (let group = 0; group < WIDTH; group += 1) {
    const difference = at(differences, row + group);
    if (!Number.isNaN(difference)) delta += at(weights, from + group) * difference;
  }
  return delta;
}

function named(weights: Float64Array | null): PerGroup | null {
  return weights === null ? null : perGroup((group) => at(weights, GROUPS.indexOf(group)));
}

/** An element of an array whose length is known to reach so far. */
function at(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN;
}
