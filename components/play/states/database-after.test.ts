import { describe, expect, it } from 'vitest';
import type { FinishedRun } from '@/lib/stores/runs/run';
import type { Cell, Trace } from '@/lib/trace/schema';
import { type ComparableSide, databaseAfter } from './database-after';

const BYTES = [0, 1, 2].map((value) => new Uint8Array([value]));
const [START, FIRST, THIRD] = BYTES;
const cell = (state: Cell['state']) => ({ state }) as Cell;
const trace: Trace = {
  cells: [cell('done'), cell('done'), cell('done'), cell('failed')],
  calls: [],
  statements: [],
  timing: { totalUs: 0, ormUs: 0, sqliteUs: 0, harnessUs: 0 },
  notices: [],
};
const run = {
  outcome: { kind: 'python-error', trace },
  ran: { database: { kind: 'empty' } },
  states: [
    { cell: null, database: START },
    { cell: 0, database: FIRST },
    { cell: 2, database: THIRD },
  ],
} as unknown as FinishedRun;
const LAST = { django: run, sqlalchemy: null };

function side(changes: Partial<ComparableSide> = {}): ComparableSide {
  const cells = trace.cells.map((_, index) => ({ result: { trace, cell: index } }));
  return { orm: 'django', cells, outcome: run.outcome, isPast: false, ...changes };
}

describe('databaseAfter', () => {
  it('is the state that a cell made, or the one before it', () => {
    const after = [0, 1, 2].map((index) => databaseAfter(side(), index, LAST));
    expect(after.map((each) => [each?.database, each?.isChanged])).toEqual([
      [FIRST, true],
      [FIRST, false],
      [THIRD, true],
    ]);
  });

  it('is not known of a cell that failed, that has not run, or whose run is not the last', () => {
    expect(databaseAfter(side(), 3, LAST)).toBeNull();
    expect(databaseAfter(side(), null, LAST)).toBeNull();
    expect(databaseAfter(side(), 9, LAST)).toBeNull();
    expect(databaseAfter(side({ isPast: true }), 0, LAST)).toBeNull();
    expect(databaseAfter(side({ orm: 'sqlalchemy' }), 0, LAST)).toBeNull();
    const old = { ...side(), cells: [{ result: { trace: { ...trace }, cell: 0 } }] };
    expect(databaseAfter(old, 0, LAST)).toBeNull();
  });
});
