import { pairStatements } from '../alignment/pair-statements';
import { isCounted } from '../counted';
import type { Statement } from '../schema';
import type { CellView } from './side-view';

/** For the number of each call of a cell, the number of the call of the other side's cell that does its work. */
export type Counterparts = ReadonlyMap<number, number>;

/** Found once for two cells: a page is drawn anew at every key, and a cell may have ten thousand statements. */
const known = new WeakMap<CellView, WeakMap<CellView, Counterparts>>();

/**
 * Finds which calls of two cells do the same work: those between which the most statements pair. A call that
 * has no such partner is left out.
 */
export function counterpartsOf(cell: CellView, other: CellView): Counterparts {
  const ofCell = known.get(cell) ?? new WeakMap<CellView, Counterparts>();
  known.set(cell, ofCell);
  const found = ofCell.get(other) ?? findCounterparts(cell, other);
  ofCell.set(other, found);
  return found;
}

function findCounterparts(cell: CellView, other: CellView): Counterparts {
  const [own, theirs] = [numbersOf(cell), numbersOf(other)];
  const votes = new Map<number, Map<number, number>>();
  for (const { left, right } of pairStatements(countedOf(cell), countedOf(other))) {
    const from = left === null ? undefined : own.get(left);
    const to = right === null ? undefined : theirs.get(right);
    if (from === undefined || to === undefined) continue;
    const counts = votes.get(from) ?? new Map<number, number>();
    counts.set(to, (counts.get(to) ?? 0) + 1);
    votes.set(from, counts);
  }
  return new Map([...votes].map(([from, counts]) => [from, mostVoted(counts)]));
}

function mostVoted(counts: ReadonlyMap<number, number>): number {
  const [[first = 0] = []] = [...counts].sort(([one, ones], [other, others]) => others - ones || one - other);
  return first;
}

/** Statements of one call that are looked at: more of them would tell nothing new about the work that it does. */
const MOST = 200;

function countedOf({ items }: CellView): readonly Statement[] {
  const taken = new Map<number, number>();
  return items.flatMap(({ call, statements }) => {
    if (call === null) return [];
    const before = taken.get(call) ?? 0;
    const some = statements.slice(0, Math.max(0, MOST - before)).filter(isCounted);
    taken.set(call, before + some.length);
    return some;
  });
}

function numbersOf({ items }: CellView): ReadonlyMap<number, number> {
  return new Map(
    items.flatMap(({ call, statements }) =>
      call === null ? [] : statements.map(({ id }): [number, number] => [id, call]),
    ),
  );
}
