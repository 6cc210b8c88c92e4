import type { CodeCell } from '@/lib/cells/cell';
import { cutScript } from '@/lib/cells/cut-script';
import { type CellRow, pairCells } from '@/lib/cells/pair-cells';
import type { Orm } from '@/lib/orm/orm';
import type { Files, Scenario } from '@/lib/scenarios/types';
import { compareValues } from '@/lib/trace/equivalence/compare-values';
import type { Equality } from '@/lib/trace/equivalence/equality';
import { findFindings } from '@/lib/trace/findings/find-findings';
import type { Finding } from '@/lib/trace/findings/finding';
import type { Outcome } from '@/lib/trace/schema';
import { SCRIPT } from '@/lib/trace/view/calls';
import { type CellView, type SideView, sideViewOf } from '@/lib/trace/view/side-view';

/** One side of a recorded run, with the code that it is of. */
export interface RecordedSide {
  readonly orm: Orm;
  readonly version: string;
  readonly files: Files;
  readonly outcome: Outcome;
  readonly view: SideView;
}

/** A cell of a recorded run, as one side of a row shows it. */
export interface RecordedCell {
  readonly side: RecordedSide;
  readonly code: CodeCell;
  readonly view: CellView;
  readonly findings: readonly Finding[];
}

/** A row of a recorded run; a side that has no such cell is null. */
export interface RecordedRow {
  readonly title: string;
  readonly cells: Readonly<Record<Orm, RecordedCell | null>>;
  readonly equality: Equality;
}

export interface Recorded {
  readonly sides: Readonly<Record<Orm, RecordedSide>>;
  readonly rows: readonly RecordedRow[];
}

/** Reads a scenario's recorded run into rows, while pages are built. */
export function readRecorded({ files, recording }: Pick<Scenario, 'files' | 'recording'>): Recorded {
  const { versions } = recording.trace;
  const sideOf = (orm: Orm): RecordedSide => {
    const outcome = recording.trace[orm];
    const view = sideViewOf(orm, outcome.trace);
    return { orm, version: versions[orm], files: files[orm], outcome, view };
  };
  const sides = { django: sideOf('django'), sqlalchemy: sideOf('sqlalchemy') };
  const cells = { django: cellsOf(sides.django), sqlalchemy: cellsOf(sides.sqlalchemy) };
  const rows = pairCells(sides.django.outcome.trace.cells, sides.sqlalchemy.outcome.trace.cells);
  return { sides, rows: rows.map((row) => rowOf(row, cells)) };
}

function rowOf(
  { title, cells: places }: CellRow,
  all: Readonly<Record<Orm, readonly RecordedCell[]>>,
): RecordedRow {
  const at = (orm: Orm): RecordedCell | null => {
    const index = places[orm];
    return index === null ? null : (all[orm][index] ?? null);
  };
  const cells = { django: at('django'), sqlalchemy: at('sqlalchemy') };
  const equality = compareValues(cells.django?.view.cell ?? null, cells.sqlalchemy?.view.cell ?? null);
  return { title, cells, equality };
}

function cellsOf(side: RecordedSide): readonly RecordedCell[] {
  const { outcome, files, orm, view } = side;
  const code = cutScript(files[SCRIPT] ?? '').cells;
  const findings = findFindings(outcome.trace, files, orm);
  return view.cells.flatMap((cell, index): RecordedCell[] => {
    const own = code[index];
    if (own === undefined) return [];
    return [{ side, code: own, view: cell, findings: findings.filter(({ place }) => place.cell === index) }];
  });
}
