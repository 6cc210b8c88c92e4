import { sameSql } from '../../trace/normalise';
import type { Outcome, Statement } from '../../trace/schema';

/** What must be the same wherever a program runs: what was sent, in which order, and how it ended. */
interface Sent {
  readonly sql: string;
  readonly params: Statement['params'];
  readonly paramTypes: readonly string[] | null;
  readonly many: number | null;
  readonly kind: Statement['kind'];
}

/**
 * Compares two runs of one program by their statements: text (savepoints by their count, as Django
 * names them by the number of a thread), parameters with their types, order.
 * @returns a sentence about the first difference, or null when there is none
 */
export function firstDifference(ours: Outcome, theirs: Outcome): string | null {
  if (ours.kind !== theirs.kind)
    return `one run ended as ${ours.kind}, the other as ${theirs.kind} (${reason(theirs)})`;
  if (ours.error?.type !== theirs.error?.type)
    return `one run failed with ${reason(ours)}, the other with ${reason(theirs)}`;
  const a = ours.trace.statements.map(sent);
  const b = theirs.trace.statements.map(sent);
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const [left, right] = [JSON.stringify(a[index]), JSON.stringify(b[index])];
    if (left !== right) return `statement ${index} differs: ${left ?? 'none'} against ${right ?? 'none'}`;
  }
  return null;
}

function sent({ sql, params, paramTypes, many, kind }: Statement): Sent {
  return { sql: sameSql(sql), params, paramTypes: paramTypes ?? null, many, kind };
}

function reason({ kind, error }: Outcome): string {
  return error === undefined ? kind : `${error.type}: ${error.message}`;
}
