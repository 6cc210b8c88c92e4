import type { Outcome, RunError } from '../../trace/schema';

const TYPES: ReadonlySet<string> = new Set(['SyntaxError', 'IndentationError', 'TabError']);

/**
 * The error of a run whose code did not even compile, else null. A `SyntaxError` that code raises while it
 * runs, as `eval` does, is none of these: a line of the person's was running then.
 */
export function compileErrorOf({ kind, error }: Outcome): RunError | null {
  if (kind !== 'python-error' || error === undefined || !TYPES.has(error.type)) return null;
  return error.frames.length === 0 ? error : null;
}
