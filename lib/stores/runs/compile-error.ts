import type { Outcome, RunError } from '../../trace/schema';

const TYPES: ReadonlySet<string> = new Set(['SyntaxError', 'IndentationError', 'TabError']);

/**
 * The error of a run whose code did not even compile, else null. A `SyntaxError` that code raises while it
 * runs, as `eval` does, is none of these: some cell has begun then.
 */
export function compileErrorOf({ kind, error, trace }: Outcome): RunError | null {
  if (kind !== 'python-error' || error === undefined || !TYPES.has(error.type)) return null;
  const hasBegun =
    trace.statements.some(({ setup }) => !setup) || trace.cells.some(({ state }) => state !== 'not-reached');
  return hasBegun ? null : error;
}
