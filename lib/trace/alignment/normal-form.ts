import { nameOf, type Token } from '../../util/sql-tokens';
import type { ClauseName } from './alignment';
import { joinLength } from './keywords';
import { isSlot, type ReadStatement, type SqlPart, unwrapped, wordOf } from './read-sql';

/** What a part is compared by. */
export interface NormalPart {
  /** Equal for two parts that say the same, however they are quoted and aliased. */
  readonly key: string;
  /** What it speaks of: the table of a join, the column of a condition. Two parts with one subject belong together. */
  readonly subject: string;
  /** Of a join: all of its key but its kind. */
  readonly joined?: string;
}

/** A token, or what stands in a pair of parentheses. */
type Node = string | readonly Node[];

/** Words before a parenthesis that make it a group, not the arguments of a function. */
const BEFORE_GROUP = new Set([
  ...[
    'and',
    'or',
    'not',
    'on',
    'where',
    'having',
    'when',
    'then',
    'else',
    'by',
    'as',
    'select',
    'distinct',
    'is',
    'like',
  ],
  ...['between', 'join', 'from', 'limit', 'offset', 'set', 'case', 'escape', 'glob', 'exists', 'values'],
]);
const BOUNDARIES = new Set(['and', 'or', 'on', 'when', 'not']);
const SUBJECT_NOISE = /^(?:[?(),=<>!+\-*/|.']|not\b|\d)/;

/**
 * Gives a function that brings the parts of one statement into a form in which the habits of the two ORMs
 * do not show: quotes, aliases, ASC, INNER and OUTER, parentheses around one thing, the sides of `=`, and the
 * numbers that ORDER BY and GROUP BY take for columns. `isPlain`: columns go without the name of their table;
 * it is for statements of one table, since the two ORMs qualify differently.
 */
export function normalForm(
  statement: ReadStatement,
  isPlain: boolean,
): (name: ClauseName, part: SqlPart) => NormalPart {
  const names = new NamesOf(statement, isPlain);
  const selected = (statement.clauses.get('select') ?? []).filter(
    ({ tokens }) => wordOf(tokens[0]) !== 'distinct',
  );
  const keys = selected.map(({ tokens }) => written(names.nodes(withoutAlias(tokens), false), true));
  const byAlias = new Map(selected.flatMap(({ tokens }, at) => aliasOf(tokens, keys[at])));
  return (name, { tokens }) => {
    switch (name) {
      case 'select':
      case 'returning':
        return normal(names.nodes(withoutAlias(tokens), false));
      case 'order-by':
      case 'group-by':
        return sortKey(tokens, keys, byAlias, names);
      case 'from':
      case 'update':
      case 'delete':
      case 'insert':
        return normal(names.nodes(tokens, true));
      case 'join':
        return join(tokens, names);
      case 'set':
        return normal(names.nodes(tokens, false), false);
      default:
        return normal(names.nodes(unwrapped(tokens), false));
    }
  };
}

function normal(nodes: readonly Node[], symmetric = true): NormalPart {
  const key = written(nodes, symmetric);
  const operand = nodes.find((node) => typeof node === 'string' && !SUBJECT_NOISE.test(node));
  return { key, subject: typeof operand === 'string' ? operand : key };
}

function join(tokens: readonly Token[], names: NamesOf): NormalPart {
  const words = tokens.slice(0, joinLength(tokens, 0)).map(wordOf);
  const kind = words.filter((word) => word !== 'inner' && word !== 'outer').join(' ');
  const rest = names.nodes(tokens.slice(words.length), true);
  const [source = ''] = rest;
  const joined = written(rest, true);
  return {
    key: `${kind} ${joined}`,
    subject: typeof source === 'string' ? source : written(source, true),
    joined,
  };
}

function sortKey(
  tokens: readonly Token[],
  selected: readonly string[],
  byAlias: ReadonlyMap<string, string>,
  names: NamesOf,
): NormalPart {
  const last = wordOf(tokens.at(-1));
  const isDirected = last === 'asc' || last === 'desc';
  const bare = isDirected ? tokens.slice(0, -1) : tokens;
  const [only] = bare.length === 1 ? bare : [];
  const byNumber =
    only !== undefined && /^\d+$/.test(only.text) ? selected[Number(only.text) - 1] : undefined;
  const byName = only === undefined ? undefined : byAlias.get((nameOf(only) ?? '').toLowerCase());
  const subject = byNumber ?? byName ?? written(names.nodes(unwrapped(bare), false), true);
  return { key: last === 'desc' ? `${subject} desc` : subject, subject };
}

/** The names of one statement: by which table each alias is meant. */
class NamesOf {
  private readonly tables = new Map<string, string>();
  private readonly sources = new Map<Token, { readonly name: string; readonly length: number }>();
  private readonly isPlain: boolean;

  constructor({ sources }: ReadStatement, isPlain: boolean) {
    const seen = new Map<string, number>();
    for (const { table } of sources) seen.set(table, (seen.get(table) ?? 0) + 1);
    const numbers = new Map<string, number>();
    for (const { table, alias, first, length } of sources) {
      const number = (numbers.get(table) ?? 0) + 1;
      numbers.set(table, number);
      const name = seen.get(table) === 1 ? table : `${table}#${number}`;
      if (!this.tables.has(alias)) this.tables.set(alias, name);
      this.sources.set(first, { name, length });
    }
    this.isPlain = isPlain;
  }

  /** Gives tokens as nodes; `inSource`: tables stand among them, whose aliases are left out. */
  nodes(tokens: readonly Token[], inSource: boolean): Node[] {
    const root: Node[] = [];
    const open: Node[][] = [root];
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      const into = open.at(-1);
      if (token === undefined || into === undefined) break;
      const source = inSource ? this.sources.get(token) : undefined;
      if (source !== undefined) {
        into.push(source.name);
        at += source.length - 1;
      } else if (token.text === '(') {
        open.push([]);
      } else if (token.text === ')' && open.length > 1) {
        const group = open.pop();
        if (group !== undefined) addGroup(open.at(-1) ?? root, group);
      } else {
        const path = this.path(tokens, at);
        into.push(path.text);
        at += path.length - 1;
      }
    }
    return root;
  }

  /** A name with what qualifies it, or any other token. */
  private path(tokens: readonly Token[], at: number): { text: string; length: number } {
    const [token, dot, member] = tokens.slice(at, at + 3);
    if (token === undefined) return { text: '', length: 1 };
    const name = this.plain(token);
    if (dot?.text !== '.' || member === undefined || nameOf(token) === null) return { text: name, length: 1 };
    const table = this.tables.get(name) ?? name;
    const column = this.plain(member);
    return { text: this.isPlain && this.tables.has(name) ? column : `${table}.${column}`, length: 3 };
  }

  private plain(token: Token): string {
    if (isSlot(token)) return '?';
    if (token.kind === 'word') return token.text.toLowerCase();
    if (token.kind === 'quoted' && !token.text.startsWith("'"))
      return (nameOf(token) ?? token.text).toLowerCase();
    if (token.text === '<>') return '!=';
    return token.text === '==' ? '=' : token.text;
  }
}

/** Puts a group into its list, or its only member where the parentheses say nothing. */
function addGroup(into: Node[], group: readonly Node[]): void {
  const before = into.at(-1);
  const isCall = typeof before === 'string' && /^[\p{L}_]/u.test(before) && !BEFORE_GROUP.has(before);
  const [only] = group;
  if (group.length === 1 && only !== undefined && !isCall) into.push(only);
  else if (before === 'on') into.push(...group);
  else into.push(group);
}

/** Writes nodes as text; `symmetric`: the sides of an `=` are put in order. */
function written(nodes: Node, symmetric: boolean): string {
  if (typeof nodes === 'string') return nodes;
  const words = nodes.map((node) => (typeof node === 'string' ? node : `(${written(node, symmetric)})`));
  if (symmetric) {
    for (const [at, word] of words.entries()) if (word === '=') orderSides(words, at);
  }
  return words.join(' ');
}

function orderSides(words: string[], at: number): void {
  const [left, right] = [words[at - 1], words[at + 1]];
  if (left === undefined || right === undefined || left <= right) return;
  const isWhole = (word: string | undefined): boolean => word === undefined || BOUNDARIES.has(word);
  if (!isWhole(words[at - 2]) || !isWhole(words[at + 2])) return;
  words[at - 1] = right;
  words[at + 1] = left;
}

function withoutAlias(tokens: readonly Token[]): readonly Token[] {
  return unwrapped(wordOf(tokens.at(-2)) === 'as' ? tokens.slice(0, -2) : tokens);
}

function aliasOf(tokens: readonly Token[], key: string | undefined): [string, string][] {
  const last = tokens.at(-1);
  if (key === undefined || last === undefined || wordOf(tokens.at(-2)) !== 'as') return [];
  return [[(nameOf(last) ?? '').toLowerCase(), key]];
}
