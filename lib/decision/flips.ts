import { GROUPS, type Group, type PerGroup } from './groups';
import { TOLERANCE } from './tolerance';

/** A weight of one group at which both ORMs are level, the other groups keeping their proportions. */
export interface Flip {
  readonly group: Group;
  /** The weight at which the result turns, between 0 and 1. */
  readonly at: number;
  /** How far that is from the weight the group has, in weight points (hundredths). */
  readonly distance: number;
}

/**
 * The flip points of the groups' weights: one-way sensitivity with the other weights rescaled pro rata (weight
 * stability intervals, after Wolters & Mareschal 1995), which two options allow in closed form. A group
 * that no weight between 0 and 1 turns has none. A flip may break the stated order.
 */
export function flipsOf(weights: PerGroup, deltas: PerGroup): readonly Flip[] {
  return GROUPS.flatMap((group) => {
    const rest = 1 - weights[group];
    if (rest < TOLERANCE) return [];
    const restDelta =
      GROUPS.filter((other) => other !== group).reduce(
        (sum, other) => sum + weights[other] * deltas[other],
        0,
      ) / rest;
    const slope = restDelta - deltas[group];
    if (!(Math.abs(slope) > TOLERANCE)) return [];
    const at = restDelta / slope;
    return at > 0 && at < 1 ? [{ group, at, distance: 100 * Math.abs(at - weights[group]) }] : [];
  });
}

/** The flip that needs the smallest change, the most critical criterion of Triantaphyllou & Sánchez 1997. */
export function nearestFlip(flips: readonly Flip[]): Flip | null {
  return flips.reduce<Flip | null>(
    (nearest, flip) => (nearest === null || flip.distance < nearest.distance ? flip : nearest),
    null,
  );
}
