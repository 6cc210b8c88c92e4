import type { Item } from '@/lib/trace/view/items';

/** Sent to a cell to bring one of its statements into sight, drawn or not; `detail` is its id. */
export const SEEK_STATEMENT = 'seek-statement';

/** The index of the item that a statement is in, or of the next one when it is left out; the last one at the end. */
export function indexOfStatement(items: readonly Item[], id: number): number {
  const index = items.findIndex(({ statements }) => (statements.at(-1)?.id ?? -1) >= id);
  return index === -1 ? items.length - 1 : index;
}
