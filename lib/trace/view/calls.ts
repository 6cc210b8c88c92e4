import type { Cell, Frame, Span, Statement, Trace } from '../schema';

/** The file whose code is shown, cell by cell. */
export const SCRIPT = 'script.py';

/** An expression in a cell of script.py that sent statements, or reached the ORM and sent nothing. */
export interface CallView {
  /** What its chip says, counted from 1 in the order of sending; null when it sent nothing. */
  readonly number: number | null;
  /**
   * Where it stands in script.py. Where a helper in another file did the sending, this is the expression
   * that called the helper.
   */
  readonly span: Span;
  /** Ids of the trace's calls that it stands for: more than one where a helper made several. */
  readonly ids: readonly number[];
  /** Ids of its statements, in the order of sending. */
  readonly statements: readonly number[];
}

/** The calls of one cell in the order of the code, and which of them each statement belongs to. */
export interface CellCalls {
  readonly calls: readonly CallView[];
  /** By the id of a statement; those that no expression in this cell sent are missing. */
  readonly numbers: ReadonlyMap<number, number>;
}

/**
 * Puts chips on the expressions of a cell: those that sent statements are numbered in the order of their first
 * one, so that the numbers run down the list of statements, and mean the same on both sides more often.
 */
export function callsOfCell(trace: Trace, index: number, statements: readonly Statement[]): CellCalls {
  const cell = trace.cells[index];
  if (cell === undefined) return { calls: [], numbers: new Map() };
  const found = new Map<string, { span: Span; ids: Set<number>; statements: number[] }>();
  const at = (span: Span) => {
    const key = `${span.startLine}:${span.startColumn}:${span.endLine}:${span.endColumn}`;
    const entry = found.get(key) ?? { span, ids: new Set(), statements: [] };
    found.set(key, entry);
    return entry;
  };
  for (const statement of statements) {
    const span = anchorOf(statement.stack, cell);
    if (span === null || statement.call === null) continue;
    const entry = at(span);
    entry.ids.add(statement.call);
    entry.statements.push(statement.id);
  }
  for (const call of trace.calls) {
    if (call.cell === index && call.statements.length === 0 && isInCell(call.span, cell))
      at(call.span).ids.add(call.id);
  }
  return numbered([...found.values()]);
}

function numbered(
  entries: readonly { span: Span; ids: ReadonlySet<number>; statements: readonly number[] }[],
): CellCalls {
  const numbers = new Map<number, number>();
  let count = 0;
  // Statements came in the order of sending, and those that sent nothing behind them.
  const calls = entries.map(({ span, ids, statements }): CallView => {
    if (statements.length === 0) return { number: null, span, ids: [...ids], statements };
    count += 1;
    for (const id of statements) numbers.set(id, count);
    return { number: count, span, ids: [...ids], statements };
  });
  return { calls: calls.sort(byPlace), numbers };
}

/**
 * The expression of a cell that a statement is shown at: the innermost of the person's frames that lies in
 * it. A function that an earlier cell defines lies outside of it, and so does every other file.
 */
function anchorOf(stack: readonly Frame[], cell: Cell): Span | null {
  return stack.find(({ span }) => isInCell(span, cell))?.span ?? null;
}

function isInCell(span: Span, cell: Cell): boolean {
  return span.file === SCRIPT && span.startLine >= cell.startLine && span.endLine <= cell.endLine;
}

/** Outer expressions come before what is in them. */
function byPlace({ span: one }: { span: Span }, { span: other }: { span: Span }): number {
  return (
    one.startLine - other.startLine ||
    one.startColumn - other.startColumn ||
    other.endLine - one.endLine ||
    other.endColumn - one.endColumn
  );
}
