import { tokensOf } from '../../util/sql-tokens';
import type { Statement } from '../schema';
import { isPlaceholder, paramAt, paramSetsOf, placeholderNumbers } from './placeholders';
import { type SlotValue, slotValue } from './sql-view';

/**
 * The values of a statement's placeholders in the order in which they stand in its text, as literals; of its
 * first set of parameters.
 */
export function slotValuesOf(
  statement: Pick<Statement, 'sql' | 'params' | 'paramTypes' | 'many'>,
): readonly SlotValue[] {
  const [set] = paramSetsOf(statement);
  const numberOf = placeholderNumbers();
  return tokensOf(statement.sql)
    .filter(isPlaceholder)
    .map(({ text }) => {
      const number = numberOf(text);
      return slotValue(set === undefined ? undefined : paramAt(set, text, number, statement.paramTypes));
    });
}

/** A piece of SQL cut at its placeholders: what stands between them, and the value of each. */
export type FilledPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'slot'; readonly placeholder: string; readonly value: SlotValue };

/** Characters of one piece that are shown; what follows is said to be there. */
const LONGEST = 400;

/** A piece of SQL with the values of its placeholders in their places. */
export interface Filled {
  readonly pieces: readonly FilledPiece[];
  /** Characters at its end that are not shown. */
  readonly hidden: number;
}

/**
 * Cuts a text at its placeholders.
 * @param text a part of a statement, in one line
 * @param values those of its placeholders, in order
 */
export function fillPiece(text: string, values: readonly SlotValue[]): Filled {
  const shown = cutText(text);
  const pieces: FilledPiece[] = [];
  let at = 0;
  for (const [index, token] of tokensOf(shown).filter(isPlaceholder).entries()) {
    if (token.start > at) pieces.push({ kind: 'text', text: shown.slice(at, token.start) });
    const value = values[index] ?? { text: '…', cut: true };
    pieces.push({ kind: 'slot', placeholder: token.text, value });
    at = token.end;
  }
  if (at < shown.length) pieces.push({ kind: 'text', text: shown.slice(at) });
  return { pieces, hidden: text.length - shown.length };
}

/** The beginning of a text, ended between two words. */
function cutText(text: string): string {
  if (text.length <= LONGEST) return text;
  const space = text.lastIndexOf(' ', LONGEST);
  return text.slice(0, space > 0 ? space : LONGEST);
}
