/** Counts in a list of ascending numbers, without looking at each. */
export class SortedIds {
  private readonly ids: number[] = [];

  /** Adds a number that is larger than all before. */
  push(id: number): void {
    this.ids.push(id);
  }

  /** How many lie between two numbers, neither of them included. */
  between(low: number, high: number): number {
    const end = placeOfFirst(this.ids, (id) => id >= high);
    return Math.max(0, end - placeOfFirst(this.ids, (id) => id > low));
  }
}

/** Place of the first item from which on a condition holds, by halving; the length where it holds for none. */
export function placeOfFirst<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let from = 0;
  let to = items.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) to = middle;
    else from = middle + 1;
  }
  return from;
}
