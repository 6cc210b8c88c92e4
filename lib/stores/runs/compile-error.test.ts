import { describe, expect, it } from 'vitest';
import type { Frame, Outcome } from '../../trace/schema';
import { compileErrorOf } from './compile-error';

const failed = (type: string, ...frames: Frame[]): Outcome => ({
  kind: 'python-error',
  error: { type, message: 'invalid syntax', cell: 0, frames },
  trace: {
    cells: [],
    calls: [],
    statements: [],
    notices: [],
    timing: { totalUs: 0, ormUs: 0, sqliteUs: 0, harnessUs: 0 },
  },
});
const FRAME: Frame = {
  function: '<module>',
  span: { file: 'script.py', startLine: 1, startColumn: 0, endLine: 1, endColumn: 4 },
};

describe('code that does not compile', () => {
  it('is told by an error of syntax while no line of it was running', () => {
    expect(compileErrorOf(failed('SyntaxError'))?.message).toBe('invalid syntax');
    expect(compileErrorOf(failed('IndentationError'))).not.toBeNull();
  });

  it('is not told by an error of syntax that running code raises, nor by another error', () => {
    expect(compileErrorOf(failed('SyntaxError', FRAME))).toBeNull();
    expect(compileErrorOf(failed('ImportError'))).toBeNull();
    expect(compileErrorOf({ ...failed('SyntaxError'), kind: 'stopped' })).toBeNull();
  });
});
