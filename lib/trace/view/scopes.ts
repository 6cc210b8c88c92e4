import { assertNever } from '../../util/assert-never';
import { nameOf, tokensOf } from '../../util/sql-tokens';
import type { Statement } from '../schema';

/** A transaction or a savepoint, from the statement that opened it to the one that closed it. */
export interface Scope {
  readonly kind: 'transaction' | 'savepoint';
  /** Id of the statement that opened it. */
  readonly start: number;
  /** Id of the statement that closed it, null while it is open. */
  readonly end: number | null;
  /** How it was closed; `open` when the trace ends before that. */
  readonly ending: 'commit' | 'release' | 'rollback' | 'rollback-to' | 'open';
  /** Nothing that was written in it is left: it, or one around it, was rolled back. */
  readonly undone: boolean;
  readonly parent: Scope | null;
  /** The savepoint that was rolled back to, when this is what comes behind that. */
  readonly continues: Scope | null;
}

/** For the id of each statement in a transaction, the scopes around it, the outermost first. */
export type Scopes = ReadonlyMap<number, readonly Scope[]>;

/**
 * Reads transactions and savepoints off the statements that open and close them, for each connection by
 * itself. Statements that open or close one belong to it; one that was refused closes nothing.
 */
export function scopesOf(statements: readonly Statement[]): Scopes {
  const open = new Map<number, readonly OpenScope[]>();
  const found = new Map<number, readonly Scope[]>();
  const put = (statement: Statement, scopes: readonly OpenScope[]): void => {
    if (scopes.length > 0)
      found.set(
        statement.id,
        scopes.map(({ scope }) => scope),
      );
  };
  for (const statement of statements) {
    const before = open.get(statement.connection) ?? [];
    const { during, after } = step(before, statement);
    put(statement, during);
    open.set(statement.connection, after);
  }
  return found;
}

interface OpenScope {
  /** Changed when it is closed. */
  readonly scope: { -readonly [Key in keyof Scope]: Scope[Key] };
  /** Of a savepoint, in lower case as SQLite compares it; empty for a transaction. */
  readonly name: string;
}

interface Step {
  /** What the statement belongs to. */
  readonly during: readonly OpenScope[];
  /** What is open behind it. */
  readonly after: readonly OpenScope[];
}

function step(open: readonly OpenScope[], statement: Statement): Step {
  const stays = { during: open, after: open };
  if (statement.error !== undefined) return stays;
  switch (statement.kind) {
    case 'begin': {
      const begun = [opened(statement, 'transaction', '', null)];
      return { during: begun, after: begun };
    }
    case 'savepoint': {
      const begun = [
        ...open,
        opened(statement, 'savepoint', savepointName(statement.sql), open.at(-1)?.scope ?? null),
      ];
      return { during: begun, after: begun };
    }
    case 'commit':
      return closed(open, 0, statement.id, 'commit');
    case 'rollback':
      return closed(open, 0, statement.id, 'rollback');
    case 'release':
      return closed(open, indexOf(open, statement.sql), statement.id, 'release');
    case 'rollback-to': {
      const index = indexOf(open, statement.sql);
      const { during } = closed(open, index, statement.id, 'rollback-to');
      const target = open[index];
      if (target === undefined) return stays;
      // The savepoint itself lives on: what comes now is in it again.
      const again = opened(statement, 'savepoint', target.name, target.scope.parent, target.scope);
      return { during, after: [...open.slice(0, index), again] };
    }
    case 'select':
    case 'insert':
    case 'update':
    case 'delete':
    case 'ddl':
    case 'pragma':
    case 'other':
      return stays;
    default:
      return assertNever(statement.kind);
  }
}

function opened(
  { id }: Statement,
  kind: Scope['kind'],
  name: string,
  parent: Scope | null,
  continues: Scope | null = null,
): OpenScope {
  return { scope: { kind, start: id, end: null, ending: 'open', undone: false, parent, continues }, name };
}

/** Closes the scope at `index` with all in it; the statement that does it still belongs to that scope. */
function closed(open: readonly OpenScope[], index: number, end: number, ending: Scope['ending']): Step {
  if (index < 0) return { during: open, after: open };
  for (const { scope } of open.slice(index)) {
    scope.end = end;
    scope.ending = ending;
    scope.undone ||= ending === 'rollback' || ending === 'rollback-to';
  }
  return { during: open.slice(0, index + 1), after: open.slice(0, index) };
}

/** Index of the newest open savepoint that a statement names; -1 when there is none. */
function indexOf(open: readonly OpenScope[], sql: string): number {
  const name = savepointName(sql);
  return open.findLastIndex(({ scope, name: other }) => scope.kind === 'savepoint' && other === name);
}

function savepointName(sql: string): string {
  const last = tokensOf(sql).findLast((token) => nameOf(token) !== null);
  return (last === undefined ? null : nameOf(last))?.toLowerCase() ?? '';
}
