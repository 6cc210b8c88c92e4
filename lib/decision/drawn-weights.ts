import { GROUPS, type PerGroup } from './groups';

/** The numbers that a draw of the groups' weights takes: three for the gaps, one for each group's tie. */
export const NUMBERS_FOR_WEIGHTS = 7;

/**
 * Draws weights of the four groups, uniform over all weights that respect an order: Dirichlet(1) by the
 * gaps between sorted uniform numbers, sorted downwards and dealt out in the order; tied groups are dealt in
 * a random one. Needs no logarithm, so every language comes to the same bits.
 * @param order where each group stands, equal for tied ones (see `orderOf`)
 * @returns a function that fills `weights`, in the order of `GROUPS`, from the first 7 numbers of a draw
 */
export function weightDrawer(order: PerGroup): (numbers: ArrayLike<number>, weights: Float64Array) => void {
  const places = Float64Array.from(GROUPS, (group) => order[group]);
  const gaps = new Float64Array(GROUPS.length);
  const cuts = new Float64Array(GROUPS.length - 1);
  const byPlace = new Uint8Array(GROUPS.length);
  return (numbers, weights) => {
    for (let index = 0; index < cuts.length; index += 1) cuts[index] = at(numbers, index);
    sortUpwards(cuts);
    let before = 0;
    for (let index = 0; index < cuts.length; index += 1) {
      gaps[index] = at(cuts, index) - before;
      before = at(cuts, index);
    }
    gaps[cuts.length] = 1 - before;
    sortUpwards(gaps);
    for (let group = 0; group < GROUPS.length; group += 1) {
      let slot = group;
      while (slot > 0 && comesBefore(group, at(byPlace, slot - 1), places, numbers)) {
        byPlace[slot] = at(byPlace, slot - 1);
        slot -= 1;
      }
      byPlace[slot] = group;
    }
    for (let place = 0; place < GROUPS.length; place += 1)
      weights[at(byPlace, place)] = at(gaps, GROUPS.length - 1 - place);
  };
}

/** Whether one group is dealt before another: by its place, in a tie by its random number. */
function comesBefore(one: number, other: number, places: Float64Array, numbers: ArrayLike<number>): boolean {
  const difference = at(places, one) - at(places, other);
  if (difference !== 0) return difference < 0;
  const cuts = GROUPS.length - 1;
  return at(numbers, cuts + one) < at(numbers, cuts + other);
}

/** Sorts three or four numbers in place; the built-in sort costs several times as much for so few. */
function sortUpwards(values: Float64Array): void {
  for (let index = 1; index < values.length; index += 1) {
    const value = at(values, index);
    let slot = index;
    while (slot > 0 && at(values, slot - 1) > value) {
      values[slot] = at(values, slot - 1);
      slot -= 1;
    }
    values[slot] = value;
  }
}

/** An element of an array whose length is known to reach so far. */
function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? Number.NaN;
}
