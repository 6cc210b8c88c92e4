import { describe, expect, it } from 'vitest';
import type { Cell, Trace } from '@/lib/trace/schema';
import { SCRIPT, shownCells, type TracedCode } from './shown-cells';

const cell = (title: string, state: Cell['state'] = 'done'): Cell => ({
  title,
  startLine: 1,
  endLine: 1,
  value: null,
  valueType: null,
  stdout: '',
  state,
  durationUs: 0,
});
const traced = (script: string, ...cells: Cell[]): TracedCode => ({
  files: { [SCRIPT]: script },
  trace: {
    cells,
    calls: [],
    statements: [],
    notices: [],
    timing: { totalUs: 0, ormUs: 0, sqliteUs: 0, harnessUs: 0 },
  },
});
const RAN = '# %% One\none\n\n# %% Two\ntwo\n';
const LAST = traced(RAN, cell('One'), cell('Two'));
const shown = (script: string, last: TracedCode | null, live: TracedCode | null = null) =>
  shownCells({ [SCRIPT]: script }, last, live).map(({ code, result, freshness, shift }) => [
    code.title,
    result?.cell ?? null,
    freshness,
    shift,
  ]);

describe('the results of cells', () => {
  it('belong to the cells of the same code', () => {
    expect(shown(RAN, LAST)).toEqual([
      ['One', 0, 'now', 0],
      ['Two', 1, 'now', 0],
    ]);
  });

  it('are from before the edit from the edited cell on; unchanged text below only moves', () => {
    expect(shown('# %% One\nother\nmore\n\n# %% Two\ntwo\n', LAST)).toEqual([
      ['One', 0, 'before-edit', null],
      ['Two', 1, 'before-edit', 1],
    ]);
  });

  it('follow their titles when a cell is added before them', () => {
    expect(
      shown('# %% New\nx\n# %% One\none\n\n# %% Two\ntwo\n', LAST).map(([title, at]) => [title, at]),
    ).toEqual([
      ['New', null],
      ['One', 0],
      ['Two', 1],
    ]);
  });

  it('are replaced one by one while a run goes on, and stay until then', () => {
    const live = traced(RAN, cell('One'), cell('Two', 'not-reached'));
    const cells = shownCells({ [SCRIPT]: RAN }, LAST, live);
    const traces: (Trace | undefined)[] = cells.map(({ result }) => result?.trace);
    expect(traces).toEqual([live.trace, LAST.trace]);
    expect(traces[0]).toBe(live.trace);
    expect(cells.map(({ freshness }) => freshness)).toEqual(['now', 'earlier']);
  });

  it('are none below the last cell that was asked for, and said to be', () => {
    const last = { ...traced(RAN, cell('One')), upTo: 0 };
    const cells = shownCells({ [SCRIPT]: RAN }, last, null);
    expect(cells.map(({ result, isNotAsked }) => [result?.cell ?? null, isNotAsked ?? false])).toEqual([
      [0, false],
      [null, true],
    ]);
  });

  it('are none before the first run', () => {
    expect(shown('# %% One\none\n', null)).toEqual([['One', null, 'now', null]]);
  });
});
