import type { CodeCell } from '@/lib/cells/cell';
import { cutScript } from '@/lib/cells/cut-script';
import { firstChangedCell } from '@/lib/cells/first-changed-cell';
import type { Files } from '@/lib/scenarios/types';
import type { Trace } from '@/lib/trace/schema';

/** The file that is cut into cells. */
export const SCRIPT = 'script.py';

/** A trace, and the code that it is of. */
export interface TracedCode {
  readonly files: Files;
  readonly trace: Trace;
  /** The last cell that was asked for, from 0; null or left out: all. */
  readonly upTo?: number | null;
}

/** What is shown of one cell of the code as it stands now. */
export interface ShownCell {
  readonly code: CodeCell;
  /** Which cell of which trace belongs to it, and the code that ran; null when it has never run. */
  readonly result: (TracedCode & { readonly cell: number }) | null;
  /**
   * `now`: the result is of this very code. `before-edit`: the code, or what runs before it, was changed
   * since. `earlier`: a run goes on and has not come to it.
   */
  readonly freshness: 'now' | 'before-edit' | 'earlier';
  /** The run that is shown was asked for the cells above only. */
  readonly isNotAsked?: true;
  /** Lines that the cell has moved down since its result, where its text is the same; else null. */
  readonly shift: number | null;
}

/**
 * Puts results to the cells of a script. While a run goes on, a cell shows its new result as soon as there
 * is one, and its old one until then.
 *
 * @param files the code as it stands now
 * @param last what ran last, or the recording
 * @param live the run that goes on
 */
export function shownCells(files: Files, last: TracedCode | null, live: TracedCode | null): ShownCell[] {
  const { cells } = cutScript(files[SCRIPT] ?? '');
  const old = matcher(files, last);
  const fresh = matcher(files, live);
  return cells.map((code, index) => {
    const running = live === null ? null : fresh(code, index);
    if (running !== null && isReached(running.result.trace, running.result.cell)) return running;
    const kept = old(code, index);
    if (kept === null) return { code, result: null, freshness: 'now', shift: null, ...notAsked(last, index) };
    return live === null || kept.freshness === 'before-edit' ? kept : { ...kept, freshness: 'earlier' };
  });
}

function notAsked(last: TracedCode | null, index: number): { isNotAsked: true } | object {
  const upTo = last?.upTo ?? null;
  return upTo !== null && index > upTo ? { isNotAsked: true } : {};
}

type Matched = ShownCell & { readonly result: NonNullable<ShownCell['result']> };

/** Finds the result of a cell by its title, the cell at the same place first. */
function matcher(files: Files, traced: TracedCode | null): (code: CodeCell, index: number) => Matched | null {
  if (traced === null) return () => null;
  const { trace, files: ranFiles } = traced;
  const ran = cutScript(ranFiles[SCRIPT] ?? '').cells;
  const changed = firstChangedCell(ranFiles, files) ?? Number.POSITIVE_INFINITY;
  const taken = new Set<number>();
  return (code, index) => {
    const cell = placeOf(trace, code.title, index, taken);
    if (cell === null) return null;
    taken.add(cell);
    const before = ran[cell];
    const isSame = before?.body.trimEnd() === code.body.trimEnd();
    return {
      code,
      result: { trace, files: ranFiles, cell },
      freshness: index < changed ? 'now' : 'before-edit',
      shift: isSame ? code.bodyLine - (before?.bodyLine ?? code.bodyLine) : null,
    };
  };
}

function placeOf(trace: Trace, title: string, index: number, taken: ReadonlySet<number>): number | null {
  if (trace.cells[index]?.title === title && !taken.has(index)) return index;
  const found = trace.cells.findIndex((cell, at) => cell.title === title && !taken.has(at));
  return found === -1 ? null : found;
}

function isReached(trace: Trace, cell: number): boolean {
  const state = trace.cells[cell]?.state;
  return state !== undefined && state !== 'not-reached';
}
