import type { Token } from '../../util/sql-tokens';
import { beginsClause, wordAt } from './sql-clauses';

/** The end of a long list of columns, which is folded away. */
export interface ColumnFold {
  /** The token that begins it, and the one behind it. */
  readonly start: number;
  readonly end: number;
  /** Columns in it. */
  readonly count: number;
}

/** A SELECT with more columns than this shows the first few. */
const MANY = 12;
const SHOWN = 8;

/**
 * What is folded away of the columns of a SELECT.
 * @param closings for each opening parenthesis, the index of the closing one
 * @param select the index of the word
 * @returns null when there are few, or when a query stands among what would be folded
 */
export function columnFoldOf(
  tokens: readonly Token[],
  closings: ReadonlyMap<number, number>,
  select: number,
): ColumnFold | null {
  const commas: number[] = [];
  let at = select + 1;
  for (; at < tokens.length; at += 1) {
    const { text = '' } = tokens[at] ?? {};
    if (text === ')' || text === ';' || beginsClause(tokens, at)) break;
    if (text === ',') commas.push(at);
    if (text === '(') at = closings.get(at) ?? tokens.length;
  }
  const last = commas[SHOWN - 1];
  if (commas.length < MANY || last === undefined || at > tokens.length) return null;
  for (let inside = last + 1; inside < at; inside += 1) {
    const isQuery = QUERY.test(wordAt(tokens, inside));
    if (isQuery) return null;
  }
  return { start: last + 1, end: at, count: commas.length + 1 - SHOWN };
}

const QUERY = /^(?:SELECT|WITH|VALUES)$/;
