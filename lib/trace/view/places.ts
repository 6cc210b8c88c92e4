import { isCounted } from '../counted';
import type { SideView } from './side-view';

/** Ticks of one cell: from the first, to behind the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where the statements of a side stand among its ticks. */
export interface Places {
  /** Ids of the counted statements, in the order of the strip. */
  readonly ids: readonly number[];
  /** For the id of each, its place among them, from 0. */
  readonly indexOf: ReadonlyMap<number, number>;
  /** For each cell of the trace, the places of its statements. */
  readonly cells: readonly Stretch[];
}

/** Finds the places of a side's statements in its strip. */
export function placesOf({ cells }: SideView): Places {
  const ids: number[] = [];
  const indexOf = new Map<number, number>();
  const stretches = cells.map(({ items }): Stretch => {
    const from = ids.length;
    for (const { kind, statements } of items) {
      if (kind === 'boundary') continue;
      for (const statement of statements) {
        if (!isCounted(statement)) continue;
        indexOf.set(statement.id, ids.length);
        ids.push(statement.id);
      }
    }
    return { from, to: ids.length };
  });
  return { ids, indexOf, cells: stretches };
}

/** The cell in which a place lies; -1 when there is no such place. */
export function cellAt({ cells }: Places, place: number): number {
  return cells.findIndex(({ from, to }) => from <= place && place < to);
}
