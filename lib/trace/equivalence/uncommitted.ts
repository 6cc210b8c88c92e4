import type { Statement, StatementKind, Trace } from '../schema';
import { type Scope, scopesOf } from '../view/scopes';

const WRITES: ReadonlySet<StatementKind> = new Set(['insert', 'update', 'delete', 'ddl']);

/**
 * How many writes of each cell's, and of those before it, were neither committed nor rolled back when it ended: what they
 * wrote is in no state of the database yet. All 0 where the trace does not hold every statement.
 */
export function uncommittedWrites({ cells, statements, notices }: Trace): readonly number[] {
  const counts = cells.map(() => 0);
  if (notices.some(({ kind }) => kind === 'statement-limit' || kind === 'incomplete')) return counts;
  const scopes = scopesOf(statements);
  const cellOf = new Map(statements.map(({ id, cell }) => [id, cell ?? -1]));
  for (const statement of statements) {
    if (!isWrite(statement)) continue;
    const around = scopes.get(statement.id) ?? [];
    const until = settledBy(around)
      .map((id) => cellOf.get(id) ?? counts.length)
      .reduce((first, cell) => Math.min(first, cell), counts.length);
    if (around.length === 0) continue;
    for (let cell = Math.max(0, statement.cell ?? -1); cell < until; cell += 1) {
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return counts;
}

function isWrite({ kind, error }: Statement): boolean {
  return error === undefined && WRITES.has(kind);
}

/** Ids of the statements that decided what becomes of a write: the end of its transaction, or what undid a part of it. */
function settledBy(around: readonly Scope[]): number[] {
  return around.flatMap(({ end, undone }, depth) => (end !== null && (depth === 0 || undone) ? [end] : []));
}
