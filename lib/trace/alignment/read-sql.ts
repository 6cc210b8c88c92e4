import { nameOf, type Token, tokensOf } from '../../util/sql-tokens';
import type { ClauseName } from './alignment';
import { joinLength, startOfClause } from './keywords';

/** A statement cut into its clauses, as far as Django and SQLAlchemy write them. */
export interface ReadStatement {
  readonly verb: 'select' | 'insert' | 'update' | 'delete';
  readonly clauses: ReadonlyMap<ClauseName, readonly SqlPart[]>;
  /** Every table that stands in a FROM, a JOIN, or after INTO or UPDATE, in order, with the name it goes by. */
  readonly sources: readonly TableSource[];
}

/** Names are in lower case, since SQLite does not tell cases apart. */
export interface TableSource {
  readonly table: string;
  /** The alias, or the table's own name. */
  readonly alias: string;
  /** The token that begins it, and how many tokens name it, the alias included. */
  readonly first: Token;
  readonly length: number;
}

/** A piece of a clause: its tokens, and how many parameters stand before it in the statement. */
export interface SqlPart {
  readonly tokens: readonly Token[];
  readonly firstSlot: number;
}

const VERBS = new Map<string, ReadStatement['verb']>([
  ['select', 'select'],
  ['insert', 'insert'],
  ['replace', 'insert'],
  ['update', 'update'],
  ['delete', 'delete'],
]);
const AFTER_SOURCE = new Set(['on', 'using', 'set', 'default', 'values', 'indexed', 'not']);

/**
 * Cuts a SELECT, INSERT, UPDATE or DELETE into its clauses, and these into parts: columns, joins,
 * conditions. Gives null for anything that is not written so, as two statements in one text.
 */
export function readSql(sql: string): ReadStatement | null {
  const tokens = withoutEnd(tokensOf(sql));
  if (!isBalanced(tokens)) return null;
  const clauses = new Map<ClauseName, SqlPart[]>();
  let verb: ReadStatement['verb'] | undefined;
  for (const { name, tokens: piece, firstSlot } of cut(tokens)) {
    verb ??= name === 'with' ? undefined : VERBS.get(name);
    if (verb === undefined && name !== 'with') return null;
    const parts = partsOf(name, piece, firstSlot);
    clauses.set(name, [...(clauses.get(name) ?? []), ...parts]);
  }
  return verb === undefined ? null : { verb, clauses, sources: sourcesOf(clauses) };
}

/** Whether a token is a place for a parameter. */
export function isSlot({ kind, text }: Token): boolean {
  return kind === 'other' && /^(?:\?\d*|[:@$].+)$/u.test(text);
}

/** The lower-case word that a token is, empty when it is none. */
export function wordOf(token: Token | undefined): string {
  return token?.kind === 'word' ? token.text.toLowerCase() : '';
}

interface Cut {
  readonly name: ClauseName;
  readonly tokens: readonly Token[];
  readonly firstSlot: number;
}

/** Gives each clause with its tokens, without the words that begin it where they say nothing more. */
function cut(tokens: readonly Token[]): Cut[] {
  const cuts: { name: ClauseName; tokens: Token[]; firstSlot: number }[] = [];
  let depth = 0;
  let slots = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const open = cuts.at(-1);
    const start = depth === 0 && open?.name !== 'compound' ? startOfClause(tokens, at, open?.name) : null;
    if (start === null) {
      open?.tokens.push(token);
    } else {
      cuts.push({
        name: start.name,
        tokens: tokens.slice(at + start.skip, at + start.length),
        firstSlot: slots,
      });
      at += start.length - 1;
    }
    if (cuts.length === 0) return [];
    depth += depthOf(token);
    if (isSlot(token)) slots += 1;
  }
  return cuts;
}

function partsOf(name: ClauseName, tokens: readonly Token[], firstSlot: number): SqlPart[] {
  switch (name) {
    case 'select':
      return wordOf(tokens[0]) === 'distinct'
        ? [{ tokens: tokens.slice(0, 1), firstSlot }, ...split(tokens.slice(1), firstSlot, comma)]
        : split(tokens, firstSlot, comma);
    case 'from':
    case 'set':
    case 'values':
    case 'group-by':
    case 'order-by':
    case 'returning':
      return split(tokens, firstSlot, comma);
    case 'columns':
      return split(inner(tokens), firstSlot, comma);
    case 'where':
    case 'having':
      return split(unwrapped(tokens), firstSlot, isConjunction);
    default:
      return tokens.length === 0 ? [] : [{ tokens, firstSlot }];
  }
}

/** Cuts outside of parentheses at each token that is a separator. */
function split(
  tokens: readonly Token[],
  firstSlot: number,
  isSeparator: (tokens: readonly Token[], at: number) => boolean,
): SqlPart[] {
  const parts: SqlPart[] = [];
  let part: Token[] = [];
  let depth = 0;
  let slots = firstSlot;
  const end = (): void => {
    if (part.length > 0) parts.push({ tokens: part, firstSlot: slots - part.filter(isSlot).length });
    part = [];
  };
  for (const [at, token] of tokens.entries()) {
    if (isSlot(token)) slots += 1;
    if (depth === 0 && isSeparator(tokens, at)) {
      end();
      continue;
    }
    depth += depthOf(token);
    part.push(token);
  }
  end();
  return parts;
}

function comma(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === ',';
}

/** `AND`, but not that of `BETWEEN … AND …`. */
function isConjunction(tokens: readonly Token[], at: number): boolean {
  if (wordOf(tokens[at]) !== 'and') return false;
  let depth = 0;
  for (let back = at - 1; back >= 0; back -= 1) {
    const token = tokens[back];
    if (token === undefined) return true;
    depth -= depthOf(token);
    if (depth !== 0) continue;
    const word = wordOf(token);
    if (word === 'between') return false;
    if (word === 'and' || word === 'or') return true;
  }
  return true;
}

/** Takes away parentheses around the whole. */
export function unwrapped(tokens: readonly Token[]): readonly Token[] {
  let rest = tokens;
  while (rest.length > 2 && rest[0]?.text === '(' && closing(rest, 0) === rest.length - 1) rest = inner(rest);
  return rest;
}

/** Place of the parenthesis that closes the one at `open`; -1 when none does. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    depth += depthOf(token);
    if (depth === 0) return at;
  }
  return -1;
}

function inner(tokens: readonly Token[]): readonly Token[] {
  return tokens[0]?.text === '(' ? tokens.slice(1, -1) : tokens;
}

function sourcesOf(clauses: ReadonlyMap<ClauseName, readonly SqlPart[]>): TableSource[] {
  const names: readonly ClauseName[] = ['insert', 'update', 'delete', 'from', 'join'];
  return names.flatMap((name) => (clauses.get(name) ?? []).flatMap(({ tokens }) => sourcesIn(tokens)));
}

/** The tables in a FROM or a JOIN, those in parentheses included, those of a subquery not. */
function sourcesIn(tokens: readonly Token[]): TableSource[] {
  const found: TableSource[] = [];
  let at = joinLength(tokens, 0);
  if (wordOf(tokens[0]) === 'or') at = wordOf(tokens[2]) === 'into' ? 3 : 2;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.text === '(') {
      const close = closing(tokens, at);
      if (wordOf(tokens[at + 1]) !== 'select') found.push(...sourcesIn(tokens.slice(at + 1, close)));
      at = nextSource(tokens, close + 1);
      continue;
    }
    const source = sourceAt(tokens, at);
    if (source !== null) found.push(source);
    at = nextSource(tokens, at + 1);
  }
  return found;
}

function sourceAt(tokens: readonly Token[], at: number): TableSource | null {
  const first = tokens[at];
  if (first === undefined || AFTER_SOURCE.has(wordOf(first))) return null;
  let table = nameOf(first);
  if (table === null) return null;
  let next = at + 1;
  if (tokens[next]?.text === '.') {
    const second = tokens[next + 1];
    table = (second === undefined ? null : nameOf(second)) ?? table;
    next += 2;
  }
  const hasAs = wordOf(tokens[next]) === 'as';
  const token = tokens[hasAs ? next + 1 : next];
  const isAlias = token !== undefined && !AFTER_SOURCE.has(wordOf(token)) && joinLength(tokens, next) === 0;
  const alias = isAlias ? nameOf(token) : null;
  if (alias !== null) next += hasAs ? 2 : 1;
  return { table: table.toLowerCase(), alias: (alias ?? table).toLowerCase(), first, length: next - at };
}

/** Place after the next JOIN or comma at this depth. */
function nextSource(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (depth === 0) {
      const length = joinLength(tokens, at);
      if (length > 0) return at + length;
      if (token.text === ',') return at + 1;
    }
    depth += depthOf(token);
  }
  return tokens.length;
}

function withoutEnd(tokens: Token[]): readonly Token[] {
  return tokens.at(-1)?.text === ';' ? tokens.slice(0, -1) : tokens;
}

function isBalanced(tokens: readonly Token[]): boolean {
  let depth = 0;
  for (const token of tokens) {
    depth += depthOf(token);
    if (depth < 0 || token.text === ';') return false;
  }
  return depth === 0;
}

function depthOf({ kind, text }: Token): number {
  if (kind !== 'other') return 0;
  if (text === '(') return 1;
  return text === ')' ? -1 : 0;
}
