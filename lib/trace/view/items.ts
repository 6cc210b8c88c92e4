import { assertNever } from '../../util/assert-never';
import { isCounted } from '../counted';
import type { Statement } from '../schema';
import type { Scope, Scopes } from './scopes';

/** A rail beside an item, for a transaction or savepoint that it is in. */
export interface Rail {
  readonly kind: Scope['kind'];
  /** It is opened here, or closed here; neither when it only runs past. */
  readonly starts: boolean;
  readonly ends: boolean;
  /** Nothing of it was kept. */
  readonly undone: boolean;
}

/** What is drawn as one thing, in the order of sending. */
export type Item = StatementItem | BoundaryItem;

interface Drawn {
  /** Unlike any other of the cell. */
  readonly key: string;
  /** The number on its chip; null when no expression of the cell sent it. */
  readonly call: number | null;
  /** The outermost first. */
  readonly rails: readonly Rail[];
  /** "in transaction 1, savepoint 1"; empty outside of any. */
  readonly where: string;
}

/** A statement, or several alike that one call sent one after the other. */
export interface StatementItem extends Drawn {
  readonly kind: 'statements';
  /** At least one; all have the same SQL. */
  readonly statements: readonly [Statement, ...Statement[]];
  /** For each of them, whether one before it in this cell was exactly the same read. */
  readonly isRepeat: readonly boolean[];
  /** What it wrote was rolled back. */
  readonly undone: boolean;
}

/** Where a transaction or a savepoint begins or ends. */
export interface BoundaryItem extends Drawn {
  readonly kind: 'boundary';
  /** As SQL says it: `BEGIN`, `ROLLBACK TO`. */
  readonly verb: string;
  /** "transaction 1", "savepoint 1: nothing of this is kept". */
  readonly words: string;
  /** The statement, and a RELEASE right behind a ROLLBACK TO of the same savepoint. */
  readonly statements: readonly [Statement, ...Statement[]];
}

/**
 * Makes the items of one cell.
 * @param statements all that the cell sent, in the order of sending
 * @param numbers the numbers of their calls
 */
export function itemsOf(
  statements: readonly Statement[],
  scopes: Scopes,
  numbers: ReadonlyMap<number, number>,
): readonly Item[] {
  const names = namesOf(statements, scopes);
  const seen: Seen = new Map();
  return grouped(statements, scopes, numbers).map((group): Item => {
    const [first] = group;
    const around = scopes.get(first.id) ?? NO_SCOPES;
    const key = String(first.id);
    const call = numbers.get(first.id) ?? null;
    const rails = around.length === 0 ? NO_RAILS : around.map((scope) => railOf(scope, group));
    if (isBoundary(first)) {
      const scope = around.at(-1);
      const name = scope === undefined ? '' : (names.get(scope) ?? '');
      const { verb, words } = boundaryWords(first, scope, name);
      return { kind: 'boundary', key, call, rails, where: '', verb, words, statements: group };
    }
    const where = around.length === 0 ? '' : around.map((scope) => names.get(scope) ?? '').join(', ');
    const isRepeat = group.map((statement) => isExactRepeat(statement, seen));
    const undone = first.kind !== 'select' && around.some((scope) => scope.undone);
    return { kind: 'statements', key, call, rails, where, statements: group, isRepeat, undone };
  });
}

/** Most statements are in no transaction: they share these. */
const NO_SCOPES: readonly Scope[] = [];
const NO_RAILS: readonly Rail[] = [];

/** Puts together what one call sent one after the other with the same SQL. */
function grouped(
  statements: readonly Statement[],
  scopes: Scopes,
  numbers: ReadonlyMap<number, number>,
): [Statement, ...Statement[]][] {
  const groups: [Statement, ...Statement[]][] = [];
  for (const statement of statements) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && belongTogether(last, statement, scopes, numbers))
      group.push(statement);
    else groups.push([statement]);
  }
  return groups;
}

function belongTogether(
  one: Statement,
  next: Statement,
  scopes: Scopes,
  numbers: ReadonlyMap<number, number>,
): boolean {
  if (one.kind === 'rollback-to' && next.kind === 'release')
    return scopes.get(next.id)?.at(-1)?.start === one.id && next.error === undefined;
  if (!isCounted({ kind: one.kind, setup: false }) || one.sql !== next.sql) return false;
  if (one.sqlLength !== undefined || one.error !== undefined || next.error !== undefined) return false;
  if (one.many !== null || next.many !== null || one.reason !== next.reason) return false;
  const [around, aroundNext] = [scopes.get(one.id)?.at(-1), scopes.get(next.id)?.at(-1)];
  return (
    numbers.get(one.id) === numbers.get(next.id) &&
    one.connection === next.connection &&
    around === aroundNext
  );
}

/** For the text of a read, the parameters with which it was sent. */
type Seen = Map<string, Set<string>>;

/** Whether exactly this was read before; remembers it. */
function isExactRepeat({ kind, sql, params, paramTypes }: Statement, seen: Seen): boolean {
  if (kind !== 'select') return false;
  const sent = seen.get(sql) ?? new Set<string>();
  if (sent.size === 0) seen.set(sql, sent);
  const key = JSON.stringify(paramTypes === undefined ? params : [params, paramTypes]);
  if (sent.has(key)) return true;
  sent.add(key);
  return false;
}

function railOf(scope: Scope, group: readonly Statement[]): Rail {
  const has = (id: number | null): boolean => id !== null && group.some((statement) => statement.id === id);
  return { kind: scope.kind, starts: has(scope.start), ends: has(scope.end), undone: scope.undone };
}

/** Names the transactions that a cell has to do with, and the savepoints of each, by the order of their beginning. */
function namesOf(statements: readonly Statement[], scopes: Scopes): ReadonlyMap<Scope, string> {
  const names = new Map<Scope, string>();
  let transactions = 0;
  let savepoints = 0;
  for (const { id } of statements) {
    for (const scope of scopes.get(id) ?? []) {
      if (names.has(scope)) continue;
      const before = scope.continues === null ? undefined : names.get(scope.continues);
      if (scope.kind === 'transaction') {
        transactions += 1;
        savepoints = 0;
      } else if (before === undefined) savepoints += 1;
      names.set(scope, before ?? `${scope.kind} ${scope.kind === 'transaction' ? transactions : savepoints}`);
    }
  }
  return names;
}

function isBoundary({ kind }: Statement): boolean {
  return BOUNDARIES[kind] !== undefined;
}

const BOUNDARIES: Readonly<Partial<Record<Statement['kind'], string>>> = {
  begin: 'BEGIN',
  commit: 'COMMIT',
  rollback: 'ROLLBACK',
  savepoint: 'SAVEPOINT',
  release: 'RELEASE',
  'rollback-to': 'ROLLBACK TO',
};

function boundaryWords(
  statement: Statement,
  scope: Scope | undefined,
  name: string,
): { verb: string; words: string } {
  const verb = BOUNDARIES[statement.kind] ?? '';
  if (statement.error !== undefined) return { verb, words: 'refused' };
  if (scope === undefined) return { verb, words: 'nothing was open' };
  switch (statement.kind) {
    case 'rollback':
    case 'rollback-to':
      return { verb, words: `${name}: nothing of this is kept` };
    case 'begin':
    case 'commit':
    case 'savepoint':
    case 'release':
      return { verb, words: name };
    case 'select':
    case 'insert':
    case 'update':
    case 'delete':
    case 'ddl':
    case 'pragma':
    case 'other':
      return { verb, words: '' };
    default:
      return assertNever(statement.kind);
  }
}
