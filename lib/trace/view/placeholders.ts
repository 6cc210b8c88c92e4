import { type Token, tokensOf } from '../../util/sql-tokens';
import type { Statement, Value } from '../schema';
import { literalOf } from './literal';

/** A parameter of a statement: its value, and its Python type where JSON does not tell it. */
export interface Param {
  readonly value: Value;
  readonly type: string | undefined;
}

/** One set of parameters: by position, or by name. */
export type ParamSet = readonly Value[] | Readonly<Record<string, Value>>;

const WORD_LIKE = /[\p{L}\p{N}_$'"]/u;
const PLACEHOLDER = /^(?:\?\d*|[:@$][\p{L}\p{N}_$:]+)$/u;

/** Whether a token stands for a parameter. */
export function isPlaceholder({ kind, text }: Token): boolean {
  return kind === 'other' && PLACEHOLDER.test(text);
}

/**
 * The sets of parameters that a statement was sent with: one, unless it was sent for many. `executemany`
 * records only the first of them.
 */
export function paramSetsOf({ params, many }: Pick<Statement, 'params' | 'many'>): readonly ParamSet[] {
  if (params === null) return [];
  if (many === null) return [params as ParamSet];
  return Array.isArray(params) ? (params as readonly ParamSet[]) : [params];
}

/**
 * Numbers placeholders as SQLite does: `?` is one more than the highest so far, `?7` is the seventh, and a
 * name is the number that it had before, or a new one.
 */
export function placeholderNumbers(): (text: string) => number {
  const names = new Map<string, number>();
  let highest = 0;
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    const given = text.startsWith('?') && text.length > 1 ? Number(text.slice(1)) : highest + 1;
    highest = Math.max(highest, given);
    if (text !== '?') names.set(text, given);
    return given;
  };
}

/**
 * The parameter that a placeholder stands for; undefined when the set has none for it, as when only the
 * first rounds were recorded.
 * @param number what {@link placeholderNumbers} says of it
 */
export function paramAt(
  set: ParamSet,
  text: string,
  number: number,
  types: readonly string[] | undefined,
): Param | undefined {
  if (isPositional(set)) {
    const value: Value | undefined = set[number - 1];
    return value === undefined ? undefined : { value, type: types?.[number - 1] };
  }
  const name = text.slice(1);
  const value = Object.hasOwn(set, name) ? set[name] : undefined;
  return value === undefined ? undefined : { value, type: types?.[Object.keys(set).indexOf(name)] };
}

function isPositional(set: ParamSet): set is readonly Value[] {
  return Array.isArray(set);
}

/** SQL that runs by itself, and whether it is all of what was sent. */
export interface RunnableSql {
  readonly sql: string;
  /** False: a value or the text itself was cut in the trace, and the SQL says so where it is missing. */
  readonly complete: boolean;
}

/**
 * Puts the parameters into the SQL of a statement, so that it runs in any SQLite shell. A statement that was
 * sent for many sets becomes one for each that was recorded.
 */
export function runnableSql(
  statement: Pick<Statement, 'sql' | 'sqlLength' | 'params' | 'paramTypes' | 'many'>,
): RunnableSql {
  if (statement.sqlLength !== undefined) return { sql: statement.sql, complete: false };
  const sets = paramSetsOf(statement);
  if (sets.length === 0) return { sql: statement.sql, complete: (statement.many ?? 0) === 0 };
  const tokens = tokensOf(statement.sql).filter(isPlaceholder);
  const filled = sets.map((set) => fill(statement.sql, tokens, set, statement.paramTypes));
  return {
    sql: filled.map(({ sql }) => sql).join(';\n'),
    complete: filled.every(({ complete }) => complete) && (statement.many ?? sets.length) === sets.length,
  };
}

function fill(
  sql: string,
  placeholders: readonly Token[],
  set: ParamSet,
  types: readonly string[] | undefined,
): RunnableSql {
  const numberOf = placeholderNumbers();
  const parts: string[] = [];
  let complete = true;
  let at = 0;
  for (const { text, start, end } of placeholders) {
    const param = paramAt(set, text, numberOf(text), types);
    const literal = param === undefined ? null : literalOf(param.value, param.type);
    if (literal === null) complete = false;
    const written = literal ?? `${text} /* not recorded whole */`;
    parts.push(sql.slice(at, start), apart(sql[start - 1], written, sql[end]));
    at = end;
  }
  parts.push(sql.slice(at));
  return { sql: parts.join(''), complete };
}

/** Keeps a literal from growing together with what stands right before and behind its placeholder. */
function apart(before: string | undefined, literal: string, behind: string | undefined): string {
  const isNegative = before === '-' && literal.startsWith('-');
  const written = isNegative ? `(${literal})` : literal;
  const left = WORD_LIKE.test(before ?? '') ? ' ' : '';
  const right = WORD_LIKE.test(behind ?? '') ? ' ' : '';
  return left + written + right;
}
