import type { Statement, Trace, Value } from '../../trace/schema';
import { isPlaceholder, paramAt, paramSetsOf, placeholderNumbers } from '../../trace/view/placeholders';
import { scopesOf } from '../../trace/view/scopes';
import { nameOf, type Token, tokensOf } from '../../util/sql-tokens';

/** A line of a person's code. */
export interface CodeLine {
  readonly file: string;
  readonly line: number;
}

/** An UPDATE that found one row by its key, or a DELETE. */
export interface Write {
  readonly kind: 'update' | 'delete';
  readonly table: string;
  /** Columns that it sets; none for a DELETE. */
  readonly columns: readonly string[];
  /** What WHERE demands of columns, in lower case, as texts. */
  readonly key: ReadonlyMap<string, string>;
  /** Where it was sent from; null during setup. */
  readonly line: CodeLine | null;
}

/**
 * The writes of a run that name their row by values of its columns, as ORMs do: `WHERE id = ?`. Those that were
 * refused or rolled back, and those that find rows in any other way, are left out.
 */
export function writesOf({ statements }: Pick<Trace, 'statements'>): Write[] {
  const scopes = scopesOf(statements);
  const isUndone = ({ id }: Statement): boolean => scopes.get(id)?.some(({ undone }) => undone) === true;
  return statements.flatMap((statement) => {
    const isWrite = statement.kind === 'update' || statement.kind === 'delete';
    if (!isWrite || statement.error !== undefined || statement.rowCount === 0 || isUndone(statement))
      return [];
    return writesIn(statement, statement.kind === 'update' ? 'update' : 'delete');
  });
}

function writesIn(statement: Statement, kind: Write['kind']): Write[] {
  const tokens = tokensOf(statement.sql);
  const parts = partsOf(tokens);
  if (parts === null) return [];
  const span = statement.stack[0]?.span;
  const line = span === undefined ? null : { file: span.file, line: span.startLine };
  const sets = paramSetsOf(statement);
  return (sets.length === 0 ? [null] : sets).flatMap((set): Write[] => {
    const numberOf = placeholderNumbers();
    const values = new Map<Token, string>();
    for (const token of tokens) {
      if (!isPlaceholder(token)) continue;
      const number = numberOf(token.text);
      const param = set === null ? undefined : paramAt(set, token.text, number, statement.paramTypes);
      const text = param === undefined ? null : textOf(param.value);
      if (text !== null) values.set(token, text);
    }
    const key = keyIn(parts.where, values);
    return key === null ? [] : [{ kind, table: parts.table, columns: parts.columns, key, line }];
  });
}

interface Parts {
  readonly table: string;
  readonly columns: readonly string[];
  readonly where: readonly Token[];
}

/** Cuts an UPDATE or a DELETE; null for one of another form. */
function partsOf(tokens: readonly Token[]): Parts | null {
  const at = (word: string): number => placeOf(tokens, word);
  const [start, set, where, returning] = [at('UPDATE'), at('SET'), at('WHERE'), at('RETURNING')];
  const from = at('FROM');
  const isUpdate = start === 0;
  if (where === -1 || (isUpdate ? set === -1 || from !== -1 : from !== 1)) return null;
  const named = isUpdate ? tokens[set - 1] : tokens[where - 1];
  const table = named === undefined ? null : nameOf(named);
  if (table === null) return null;
  return {
    table,
    columns: isUpdate ? assignedIn(tokens.slice(set + 1, where)) : [],
    where: tokens
      .slice(where + 1, returning === -1 ? undefined : returning)
      .filter(({ text }) => text !== ';'),
  };
}

/** Where a keyword stands outside of parentheses; -1 where it does not. */
function placeOf(tokens: readonly Token[], keyword: string): number {
  let depth = 0;
  return tokens.findIndex(({ kind, text }) => {
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    return depth === 0 && kind === 'word' && text.toUpperCase() === keyword;
  });
}

/** The columns left of `=` in a list of assignments. */
function assignedIn(tokens: readonly Token[]): string[] {
  const columns: string[] = [];
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    const begins = depth === 0 && (at === 0 || tokens[at - 1]?.text === ',') && tokens[at + 1]?.text === '=';
    const name = begins ? nameOf(token) : null;
    if (name !== null) columns.push(name);
  }
  return columns;
}

/** What `a = ? AND b = ?` demands; null for any other condition. */
function keyIn(where: readonly Token[], values: ReadonlyMap<Token, string>): Map<string, string> | null {
  // One pair of parentheses around all of it, or around each comparison, says nothing more.
  const plain = where.filter(({ text }) => text !== '(' && text !== ')');
  const key = new Map<string, string>();
  let at = 0;
  while (at < plain.length) {
    if (plain[at + 1]?.text === '.') at += 2;
    const [column, equals, value, and] = plain.slice(at, at + 4);
    const name = column === undefined ? null : nameOf(column);
    const text = value === undefined ? null : (values.get(value) ?? literalOf(value));
    if (name === null || equals?.text !== '=' || text === null) return null;
    key.set(name.toLowerCase(), text);
    if (and !== undefined && and.text.toUpperCase() !== 'AND') return null;
    at += 4;
  }
  return key.size === 0 ? null : key;
}

function literalOf({ kind, text }: Token): string | null {
  if (kind === 'quoted' && text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  return kind === 'other' && /^\d/.test(text) ? text : null;
}

function textOf(value: Value): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value !== 'object') return String(value);
  return value.length === undefined ? value.value : null;
}
