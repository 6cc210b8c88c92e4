import type { Orm } from '@/lib/orm/orm';
import type { MissingState } from '@/lib/runtime';
import type { FinishedRun } from '@/lib/stores/runs/run';
import type { StartingDatabase } from '@/lib/stores/workspace/workspace';
import { uncommittedWrites } from '@/lib/trace/equivalence/uncommitted';
import type { Outcome, Trace } from '@/lib/trace/schema';

/** What has to be known of a side to compare its cells with the other's. */
export interface ComparableSide {
  readonly orm: Orm;
  readonly cells: readonly { readonly result: { readonly trace: Trace; readonly cell: number } | null }[];
  /** How the run ended that is shown. */
  readonly outcome: Outcome | null;
  /** It is a run of the timeline, whose databases were let go of. */
  readonly isPast: boolean;
}

/** The database of one side as it was committed when a cell had ended. */
export interface DatabaseAfter {
  readonly database: Uint8Array | MissingState;
  /** Whether this cell changed it. */
  readonly isChanged: boolean;
  /** Writes that were neither committed nor rolled back by then. */
  readonly uncommitted: number;
  readonly startedFrom: StartingDatabase;
}

/**
 * What a cell that is shown left of the database; null where nobody knows, as for a recording and while a run goes on.
 * @param last what each side ran last
 */
export function databaseAfter(
  { orm, cells, isPast }: ComparableSide,
  index: number | null,
  last: Readonly<Record<Orm, FinishedRun | null>>,
): DatabaseAfter | null {
  const result = index === null ? null : (cells[index]?.result ?? null);
  const run = last[orm];
  if (isPast || result === null || run === null || run.outcome.trace !== result.trace) return null;
  if (result.trace.cells[result.cell]?.state !== 'done') return null;
  const state = run.states.findLast(({ cell }) => (cell ?? -1) <= result.cell);
  if (state === undefined) return null;
  return {
    database: state.database,
    isChanged: state.cell === result.cell,
    uncommitted: uncommittedOf(result.trace)[result.cell] ?? 0,
    startedFrom: run.ran.database,
  };
}

const uncommitted = new WeakMap<Trace, readonly number[]>();

/** Read once for a trace, however often it is drawn. */
function uncommittedOf(trace: Trace): readonly number[] {
  const known = uncommitted.get(trace) ?? uncommittedWrites(trace);
  uncommitted.set(trace, known);
  return known;
}
