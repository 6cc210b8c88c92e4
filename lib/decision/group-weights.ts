import type { Answers } from './answers';
import { GROUPS, type Group, type PerGroup, perGroup } from './groups';

/**
 * Rank-order centroid weights (Barron & Barrett 1996; the surrogate weights of SMARTER, Edwards & Barron
 * 1994): place k of K weighs (1/K) Σ_{i=k..K} 1/i, the mean of all weights that respect the order.
 * @returns the weights of places 1 to `count`, which sum to 1
 */
export function rankOrderCentroid(count: number): readonly number[] {
  const weights: number[] = [];
  let sum = 0;
  for (let place = count; place >= 1; place -= 1) {
    sum += 1 / place;
    weights.unshift(sum / count);
  }
  return weights;
}

/**
 * Where each group stands: 0 for the first, equal for tied ones; only the order counts. Groups without a
 * rank tie for the last places.
 */
export function orderOf(ranks: Answers['ranks']): PerGroup {
  const rank = (group: Group) => ranks[group] ?? Number.POSITIVE_INFINITY;
  return perGroup((group) => GROUPS.filter((other) => rank(other) < rank(group)).length);
}

/** The weight of each group from the order alone: the centroid of its place, of tied groups the mean of theirs. */
export function groupWeights(ranks: Answers['ranks']): PerGroup {
  const order = orderOf(ranks);
  const places = rankOrderCentroid(GROUPS.length);
  return perGroup((group) => {
    const tied = GROUPS.filter((other) => order[other] === order[group]).length;
    const shared = places.slice(order[group], order[group] + tied);
    return shared.reduce((sum, weight) => sum + weight, 0) / tied;
  });
}
