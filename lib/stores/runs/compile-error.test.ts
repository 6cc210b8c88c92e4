import { describe, expect, it } from 'vitest';
import type { Cell, Outcome } from '../../trace/schema';
import { compileErrorOf } from './compile-error';

const cell = (state: Cell['state']): Cell => ({
  title: 'One',
  startLine: 1,
  endLine: 2,
  value: null,
  valueType: null,
  stdout: '',
  state,
  durationUs: 0,
});
const failed = (type: string, ...cells: Cell[]): Outcome => ({
  kind: 'python-error',
  error: { type, message: 'invalid syntax', cell: null, frames: [] },
  trace: {
    cells,
    calls: [],
    statements: [],
    notices: [],
    timing: { totalUs: 0, ormUs: 0, sqliteUs: 0, harnessUs: 0 },
  },
});

describe('code that does not compile', () => {
  it('is told by an error of syntax before any cell has begun', () => {
    expect(compileErrorOf(failed('SyntaxError'))?.message).toBe('invalid syntax');
    expect(compileErrorOf(failed('IndentationError', cell('not-reached')))).not.toBeNull();
  });

  it('is not told by an error of syntax that running code raises, nor by another error', () => {
    expect(compileErrorOf(failed('SyntaxError', cell('done'), cell('failed')))).toBeNull();
    expect(compileErrorOf(failed('ImportError'))).toBeNull();
    expect(compileErrorOf({ ...failed('SyntaxError'), kind: 'stopped' })).toBeNull();
  });
});
