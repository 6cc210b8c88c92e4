import { describe, expect, it } from 'vitest';
import { traceOf } from '../findings/testing-trace';
import type { Trace } from '../schema';
import { LIVE_STATEMENTS, liveTrace } from './live-trace';
import { findingsOf, readInSteps, viewOf } from './read-once';

const FILES = { 'script.py': 'first()\n\n# %% Loop\nloop()\n' };
const FIRST = 700;

/** A run whose first cell has sent 700 statements, and whose second has sent so many and goes on. */
function running(count: number, before?: Trace): Trace {
  const trace = traceOf(
    FILES,
    Array.from({ length: FIRST + count }, (_, id) => ({
      at: [id < FIRST ? 'first()' : 'loop()'],
      sql: `SELECT ${id}`,
      more: { cell: id < FIRST ? 0 : 1 },
    })),
  );
  const [first, second] = trace.cells;
  if (first === undefined || second === undefined) throw new Error('There are two cells.');
  return {
    ...trace,
    cells: [before?.cells[0] ?? first, { ...second, state: 'running' }],
    statements: [...(before?.statements ?? []), ...trace.statements.slice(before?.statements.length ?? 0)],
  };
}

describe('a run that goes on', () => {
  it('shows the first statements of the cell that runs, and all of those before', () => {
    const shown = liveTrace(running(LIVE_STATEMENTS + 200));
    expect(shown.statements.filter(({ cell }) => cell === 0)).toHaveLength(FIRST);
    expect(shown.statements.filter(({ cell }) => cell === 1)).toHaveLength(LIVE_STATEMENTS);
  });

  it('draws a cell that has ended once, and the one that runs anew', () => {
    const one = running(10);
    const more = running(20, one);
    const [before, after] = [viewOf('django', liveTrace(one)), viewOf('django', liveTrace(more))];
    expect(after.cells[0]).toBe(before.cells[0]);
    expect(before.cells[1]?.items).toHaveLength(10);
    expect(after.cells[1]?.items).toHaveLength(20);
    expect(after.cells[1]?.items[9]).toBe(before.cells[1]?.items[9]);
  });

  it('is read afresh when it has ended, in steps when it is large, and never again', () => {
    const one = running(400);
    const live = viewOf('django', liveTrace(one));
    const ended = running(400, one);
    expect([...readInSteps('django', ended, FILES)]).toHaveLength(3);
    expect([...readInSteps('django', traceOf(FILES, []), FILES)]).toHaveLength(0);
    expect(viewOf('django', ended).cells[0]).not.toBe(live.cells[0]);
    expect(viewOf('django', ended)).toBe(viewOf('django', ended));
    expect(findingsOf('django', ended, FILES)).toBe(findingsOf('django', ended, FILES));
  });
});
