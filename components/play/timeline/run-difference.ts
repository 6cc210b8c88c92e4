import { pairCells } from '@/lib/cells/pair-cells';
import { ORMS, type Orm } from '@/lib/orm/orm';
import type { TimelineEntry } from '@/lib/stores/runs/run';
import { compareValues } from '@/lib/trace/equivalence/compare-values';
import type { Equality } from '@/lib/trace/equivalence/equality';
import type { Cell, Trace } from '@/lib/trace/schema';
import { viewOf } from '@/lib/trace/view/read-once';
import type { CellView, Counts } from '@/lib/trace/view/side-view';
import { type DiffLine, diffLines } from '@/lib/util/line-diff';

/** A file that is not the same in two runs. */
export interface FileDifference {
  readonly orm: Orm;
  readonly name: string;
  readonly lines: readonly DiffLine[];
}

/** A cell in two runs; null where a run has none of that title, or did not reach it. */
export interface CellDifference {
  readonly title: string;
  readonly before: Counts | null;
  readonly after: Counts | null;
  /** What its value was, set against what it is. */
  readonly value: Equality;
  /** Both as Python shows them; null where there is none. */
  readonly texts: { readonly before: string | null; readonly after: string | null };
}

/** A text of SQL that was sent another number of times. */
export interface StatementDifference {
  readonly sql: string;
  readonly before: number;
  readonly after: number;
}

/** One side of two runs; null where one of them did not run it. */
export interface SideDifference {
  readonly orm: Orm;
  readonly cells: readonly CellDifference[];
  readonly statements: readonly StatementDifference[];
}

/** All files that differ, those of Django first. */
export function fileDifferences(before: TimelineEntry, after: TimelineEntry): FileDifference[] {
  return ORMS.flatMap((orm) => {
    const one = before.ran.files[orm];
    const other = after.ran.files[orm];
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
    return names
      .filter((name) => one[name] !== other[name])
      .map((name) => ({ orm, name, lines: diffLines(one[name] ?? '', other[name] ?? '') }));
  });
}

/** How many lines were changed between two runs: the greater of those removed and those added, of all files. */
export function changedLines(before: TimelineEntry, after: TimelineEntry): number {
  const all = fileDifferences(before, after).flatMap(({ lines }) => lines);
  const count = (kind: DiffLine['kind']): number => all.filter((line) => line.kind === kind).length;
  return Math.max(count('removed'), count('added'));
}

/** What one side came to in two runs; null where it did not run in both. */
export function sideDifference(orm: Orm, before: TimelineEntry, after: TimelineEntry): SideDifference | null {
  const one = before.runs[orm]?.outcome.trace;
  const other = after.runs[orm]?.outcome.trace;
  if (one === undefined || other === undefined) return null;
  return { orm, cells: cellDifferences(orm, one, other), statements: statementDifferences(one, other) };
}

function cellDifferences(orm: Orm, one: Trace, other: Trace): CellDifference[] {
  const views = { before: viewOf(orm, one).cells, after: viewOf(orm, other).cells };
  // Cells are paired by their titles, here of one side at two times: the run before stands in Django's place.
  return pairCells(one.cells, other.cells).map(({ title, cells: { django: was, sqlalchemy: is } }) => ({
    title,
    before: countsOf(views.before, was),
    after: countsOf(views.after, is),
    value: compareValues(cellAt(one, was), cellAt(other, is)),
    texts: { before: cellAt(one, was)?.value ?? null, after: cellAt(other, is)?.value ?? null },
  }));
}

function countsOf(views: readonly CellView[], index: number | null): Counts | null {
  const view = index === null ? undefined : views[index];
  return view === undefined || view.cell?.state === 'not-reached' ? null : view.counts;
}

function cellAt({ cells }: Trace, index: number | null): Cell | null {
  return index === null ? null : (cells[index] ?? null);
}

/** Those that only the run before sent come first, those that are new last. */
function statementDifferences(one: Trace, other: Trace): StatementDifference[] {
  const before = countsBySql(one);
  const after = countsBySql(other);
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((sql) => ({ sql, before: before.get(sql) ?? 0, after: after.get(sql) ?? 0 }))
    .filter((counts) => counts.before !== counts.after)
    .sort((left, right) => right.before - right.after - (left.before - left.after));
}

function countsBySql({ statements }: Trace): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { sql, setup } of statements) if (!setup) counts.set(sql, (counts.get(sql) ?? 0) + 1);
  return counts;
}
