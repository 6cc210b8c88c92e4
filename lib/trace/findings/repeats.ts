import { isCounted } from '../counted';
import type { Span, Statement, Trace } from '../schema';
import type { Place } from './finding';

/**
 * One statement that was sent more than once from one place of a cell, the same frames of the person's on
 * the stack each time: only a loop, a recursion or the ORM itself can do that.
 */
export interface Repeat {
  readonly cell: number;
  readonly call: number;
  readonly sql: string;
  /** Two at least, in the order of sending. */
  readonly statements: readonly Statement[];
  readonly first: Statement;
  readonly place: Place;
}

/** Finds what was sent again and again; in the order of the first statement of each. */
export function findRepeats(trace: Trace): Repeat[] {
  const groups = new Map<string, Statement[]>();
  for (const statement of trace.statements) {
    if (!isCounted(statement) || statement.call === null || statement.cell === null) continue;
    const frames = statement.stack.map(({ span }) => spanKey(span)).join('<');
    const key = `${statement.cell} ${statement.call} ${frames} ${statement.sql}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [statement]);
    else group.push(statement);
  }
  return [...groups.values()].flatMap((statements) => repeatOf(statements, trace) ?? []);
}

function repeatOf(statements: readonly Statement[], trace: Trace): Repeat | null {
  const [first] = statements;
  if (first === undefined || statements.length < 2) return null;
  const place = placeOf(first, trace);
  if (place === null) return null;
  return { cell: place.cell, call: place.call, sql: first.sql, statements, first, place };
}

/** Where a statement came from; null when no code of the person's sent it. */
export function placeOf(statement: Statement, trace: Trace): Place | null {
  const { cell, call: id, stack } = statement;
  if (cell === null || id === null) return null;
  const call = trace.calls[id]?.id === id ? trace.calls[id] : trace.calls.find((each) => each.id === id);
  if (call === undefined) return null;
  const outermost = stack.at(-1)?.span;
  const isScript = outermost?.file === 'script.py';
  return { cell, call: id, calls: [id], span: call.span, loop: isScript ? outermost : call.span };
}

/** A text that is the same for the same span. */
export function spanKey({ file, startLine, startColumn, endLine, endColumn }: Span): string {
  return `${file}:${startLine}:${startColumn}-${endLine}:${endColumn}`;
}
