import { describe, expect, it } from 'vitest';
import type { Cell, Outcome } from '@/lib/trace/schema';
import { statementWith } from '@/lib/trace/testing-statement';
import { viewOf } from '@/lib/trace/view/read-once';
import { sayEnd } from './say-end';
import { shownCells } from './shown-cells';

const FILES = { 'script.py': '# %% One\n1\n# %% Two\n2\n' };
const cell = (title: string, value: string | null): Cell => ({
  title,
  startLine: 1,
  endLine: 2,
  value,
  valueType: 'int',
  stdout: '',
  state: 'done',
  durationUs: 0,
});
function side(count: number, values: readonly (string | null)[], end: Partial<Outcome> = {}) {
  const trace = {
    cells: [cell('One', values[0] ?? null), cell('Two', values[1] ?? null)],
    calls: [],
    statements: Array.from({ length: count }, (_, id) => statementWith({ id, cell: 0, setup: false })),
    notices: [],
    timing: { totalUs: 0, ormUs: 0, sqliteUs: 0, harnessUs: 0 },
  };
  const outcome: Outcome = { kind: 'done', trace, ...end };
  return {
    outcome,
    cells: shownCells(FILES, { files: FILES, trace }, null),
    view: viewOf('django', trace),
  };
}
const BOTH = ['django', 'sqlalchemy'] as const;

describe('the end of a run, as it is said', () => {
  it('has the counts of both sides and whether their values are the same', () => {
    const django = side(21, ['1', '2']);
    expect(sayEnd({ django, sqlalchemy: side(1, ['1', '2']) }, BOTH)).toBe(
      'Django ORM 21, SQLAlchemy 1 statement. Same values in all 2 cells.',
    );
    expect(sayEnd({ django, sqlalchemy: side(11, ['1', '3']) }, BOTH)).toBe(
      'Django ORM 21, SQLAlchemy 11 statements. Different values in 1 of 2 cells.',
    );
    expect(sayEnd({ django, sqlalchemy: side(11, ['1', null]) }, BOTH)).toBe(
      'Django ORM 21, SQLAlchemy 11 statements. Same value.',
    );
  });

  it('speaks of the side alone that ran, and of how it ended', () => {
    const sides = { django: side(3, ['1', '2'], { kind: 'stopped' }), sqlalchemy: side(1, ['1', '2']) };
    expect(sayEnd(sides, ['django'])).toBe('Django ORM was stopped. Django ORM 3 statements.');
    expect(sayEnd(sides, [])).toBe('Nothing has run.');
  });

  it('leaves an error to its alert', () => {
    const error = { type: 'E', message: 'm', cell: null, frames: [] };
    const django = side(3, [], { kind: 'python-error', error });
    expect(sayEnd({ django, sqlalchemy: side(1, []) }, BOTH)).toBe('');
  });
});
