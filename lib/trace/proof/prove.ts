import { isCounted } from '../counted';
import { compareImages } from '../equivalence/compare-images';
import { compareValues } from '../equivalence/compare-values';
import type { Equality } from '../equivalence/equality';
import type { ImageTable, TableVerdict } from '../equivalence/image';
import type { Outcome, Trace } from '../schema';
import type { CellFigures, Difference, Proof, Verdict } from './proof';

/** A run, with the tables that it left behind. */
export interface ProvenRun {
  readonly outcome: Outcome;
  readonly tables: readonly ImageTable[];
}

/**
 * Compares a run of the code as it was with a run of the changed code: every cell's value and output, the tables
 * in the end, and how the run ended.
 * @param cell index of the cell that was mended
 */
export function prove(before: ProvenRun, after: ProvenRun, cell: number): Proof {
  return {
    before: figuresOf(before.outcome.trace, cell),
    after: figuresOf(after.outcome.trace, cell),
    verdict: verdictOf(before, after, cell),
  };
}

function figuresOf({ statements, cells }: Trace, index: number): CellFigures {
  const own = statements.filter(({ cell }) => cell === index);
  const reads = own.filter(({ kind }) => kind === 'select');
  return {
    statements: own.filter(isCounted).length,
    transactions: own.filter(({ kind }) => kind === 'begin').length,
    rows: reads.reduce((total, { rowCount }) => total + (rowCount ?? 0), 0),
    sqliteUs: own.reduce((total, { durationUs }) => total + durationUs, 0),
    totalUs: cells[index]?.durationUs ?? 0,
  };
}

function verdictOf(before: ProvenRun, after: ProvenRun, cell: number): Verdict {
  if (!endsAlike(before.outcome, after.outcome))
    return { kind: 'ended', how: after.outcome.kind, error: after.outcome.error ?? null };
  const what = differenceOf(before, after, cell);
  if (what !== null) return { kind: 'different', what };
  const then = before.outcome.trace;
  return {
    kind: 'equal',
    value: compareValues(then.cells[cell] ?? null, after.outcome.trace.cells[cell] ?? null),
    hasWritten: then.statements.some((each) => isCounted(each) && each.kind !== 'select'),
  };
}

/** Whether both ran to their end, or stopped with the same error in the same cell. */
function endsAlike({ kind, error }: Outcome, after: Outcome): boolean {
  return (
    kind === after.kind &&
    error?.type === after.error?.type &&
    error?.message === after.error?.message &&
    error?.cell === after.error?.cell
  );
}

function differenceOf(before: ProvenRun, after: ProvenRun, mended: number): Difference | null {
  const now = after.outcome.trace.cells;
  for (const [index, then] of before.outcome.trace.cells.entries()) {
    const cell = index === mended ? null : then.title;
    const equality = compareValues(then, now[index] ?? null);
    if (!isEqual(equality)) return { kind: 'value', cell, equality };
    if (then.stdout !== now[index]?.stdout) return { kind: 'output', cell };
  }
  for (const { table, verdict } of compareImages(before.tables, after.tables)) {
    const rows = rowsThatDiffer(verdict);
    if (rows > 0) return { kind: 'table', table, rows };
  }
  return null;
}

/** Whether a value is the same for the code that goes on with it: another order or another type is not. */
function isEqual(equality: Equality): boolean {
  switch (equality.kind) {
    case 'same':
      return true;
    case 'compared-as-text':
      return equality.isSame;
    case 'nothing':
      // Both have none, or both stopped here: how the runs ended has been compared.
      return (
        equality.why.kind !== 'no-cell' &&
        (equality.why.kind !== 'no-value' || equality.why.orms.length === 2)
      );
    default:
      return false;
  }
}

function rowsThatDiffer(verdict: TableVerdict): number {
  switch (verdict.kind) {
    case 'same':
    case 'other-order':
      return 0;
    case 'only-in':
      return Math.max(1, verdict.rows);
    default: {
      const { django, sqlalchemy } = verdict.onlyRows;
      return Math.max(1, verdict.changed.length + Math.max(django.length, sqlalchemy.length));
    }
  }
}
