import type { Token } from '../../util/sql-tokens';
import type { ClauseName } from './alignment';

/** A clause that begins at some token. */
export interface ClauseStart {
  readonly name: ClauseName;
  /** How many tokens begin it. */
  readonly length: number;
  /** How many of them say nothing more than the clause's name. */
  readonly skip: number;
}

/** Words that begin a clause wherever they stand outside of parentheses; longer ones first. */
const CLAUSES: readonly (readonly [ClauseName, readonly string[]])[] = [
  ['with', ['with']],
  ['insert', ['insert', 'into']],
  ['insert', ['replace', 'into']],
  ['values', ['values']],
  ['update', ['update']],
  ['delete', ['delete', 'from']],
  ['set', ['set']],
  ['select', ['select']],
  ['from', ['from']],
  ['where', ['where']],
  ['group-by', ['group', 'by']],
  ['having', ['having']],
  ['window', ['window']],
  ['order-by', ['order', 'by']],
  ['limit', ['limit']],
  ['offset', ['offset']],
  ['conflict', ['on', 'conflict']],
  ['returning', ['returning']],
];
/** The parenthesis after the table of an INSERT. */
const COLUMNS: ClauseStart = { name: 'columns', length: 1, skip: 0 };
const COMPOUND = new Set(['union', 'intersect', 'except']);
const OR_ACTIONS = new Set(['ignore', 'replace', 'abort', 'fail', 'rollback']);
const JOIN_WORDS = new Set(['natural', 'left', 'right', 'full', 'inner', 'cross', 'outer']);

/** Gives the clause that begins at a token outside of parentheses; null when none does. */
export function startOfClause(
  tokens: readonly Token[],
  at: number,
  open: ClauseName | undefined,
): ClauseStart | null {
  const word = wordAt(tokens, at);
  if (word === '') return tokens[at]?.text === '(' && open === 'insert' ? COLUMNS : null;
  if (isName(tokens, at)) return null;
  if (open !== 'conflict') {
    const join = joinLength(tokens, at);
    if (join > 0) return { name: 'join', length: join, skip: 0 };
  }
  if (COMPOUND.has(word)) return { name: 'compound', length: 1, skip: 0 };
  if (open === 'conflict') return word === 'returning' ? { name: 'returning', length: 1, skip: 1 } : null;
  const or = orAction(tokens, at);
  if (or !== null) return or;
  for (const [name, words] of CLAUSES) {
    if (words.every((each, index) => wordAt(tokens, at + index) === each))
      return { name, length: words.length, skip: words.length };
  }
  return null;
}

/** How many tokens make the `LEFT OUTER JOIN` that begins here; 0 when none does. */
export function joinLength(tokens: readonly Token[], at: number): number {
  let length = 0;
  while (JOIN_WORDS.has(wordAt(tokens, at + length))) length += 1;
  return wordAt(tokens, at + length) === 'join' && !isName(tokens, at) ? length + 1 : 0;
}

/** `INSERT OR IGNORE INTO`, `UPDATE OR ABORT`: the action stays a part of what is compared. */
function orAction(tokens: readonly Token[], at: number): ClauseStart | null {
  if (wordAt(tokens, at + 1) !== 'or' || !OR_ACTIONS.has(wordAt(tokens, at + 2))) return null;
  const word = wordAt(tokens, at);
  if (word === 'insert' && wordAt(tokens, at + 3) === 'into') return { name: 'insert', length: 4, skip: 1 };
  return word === 'update' ? { name: 'update', length: 3, skip: 1 } : null;
}

/** A word after a dot, or before one, is a name whatever it says. */
function isName(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.text === '.' || tokens[at + 1]?.text === '.';
}

function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === 'word' ? token.text.toLowerCase() : '';
}
