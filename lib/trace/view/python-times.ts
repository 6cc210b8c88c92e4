import type { Item } from './items';

const known = new WeakMap<readonly Item[], ReadonlyMap<number, number>>();

/**
 * For each statement of a cell but the first, how long it was Python's turn before it, in µs: from the end of the
 * statement before it, as far as that had ended, until it was handed to SQLite.
 * @param items all that one cell sent
 * @returns by the id of a statement; found once for the same items
 */
export function pythonTimesOf(items: readonly Item[]): ReadonlyMap<number, number> {
  const found = known.get(items) ?? measure(items);
  known.set(items, found);
  return found;
}

function measure(items: readonly Item[]): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  const statements = items.flatMap((item) => item.statements).sort((one, other) => one.id - other.id);
  let end: number | null = null;
  for (const { id, startUs, durationUs } of statements) {
    if (end !== null) times.set(id, Math.max(0, startUs - end));
    end = Math.max(end ?? 0, startUs + durationUs);
  }
  return times;
}
