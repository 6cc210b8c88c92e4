import { nameOf, type Token } from '../../util/sql-tokens';
import { isSlot, type ReadStatement } from '../alignment/read-sql';
import type { Statement, Value } from '../schema';

/** A condition `column = ?`, from whichever side. */
export interface Equality {
  /** In lower case, without its table. */
  readonly column: string;
  /** Place of its parameter among those of the statement, from 0. */
  readonly slot: number;
  /** Whether the parameter stands first, as SQLAlchemy writes it for a collection. */
  readonly isSlotFirst: boolean;
}

/**
 * The equalities of a WHERE that take a parameter. Null when a parameter stands in any other condition, or
 * there is no parameter: then it is not plain what the statement asks for.
 */
export function equalitiesOf(statement: ReadStatement | null): readonly Equality[] | null {
  const parts = (statement?.clauses.get('where') ?? []).filter(({ tokens }) => tokens.some(isSlot));
  const found = parts.flatMap(({ tokens, firstSlot }) => equality(tokens, firstSlot) ?? []);
  return found.length === parts.length && parts.length > 0 ? found : null;
}

/** A statement's parameters by their place; null when there are none, or they are named, or of several rounds. */
export function positional({ params, many }: Pick<Statement, 'params' | 'many'>): readonly Value[] | null {
  return many === null && Array.isArray(params) ? params.filter(isValue) : null;
}

/** Whether a parameter is one, and not a round of an executemany. */
function isValue(value: Value | readonly Value[] | Readonly<Record<string, Value>>): value is Value {
  return typeof value !== 'object' || value === null || 'value' in value;
}

function equality(tokens: readonly Token[], slot: number): Equality | null {
  const at = tokens.findIndex(({ text }) => text === '=');
  if (at < 0) return null;
  const before = tokens.slice(0, at);
  const after = tokens.slice(at + 1);
  const isSlotFirst = isOneSlot(before);
  const column = columnOf(isSlotFirst ? after : before);
  if (column === null || (!isSlotFirst && !isOneSlot(after))) return null;
  return { column, slot, isSlotFirst };
}

function isOneSlot(tokens: readonly Token[]): boolean {
  return tokens.length === 1 && tokens.every(isSlot);
}

function columnOf(tokens: readonly Token[]): string | null {
  const last = tokens.at(-1);
  const isPath = tokens.every((token) => token.text === '.' || nameOf(token) !== null);
  return isPath && last !== undefined ? (nameOf(last)?.toLowerCase() ?? null) : null;
}
