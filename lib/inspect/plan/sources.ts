import { nameOf, type Token, tokensOf } from '../../util/sql-tokens';
import type { Schema, Table } from '../image/schema';
import type { PlanSource } from './plan';

/** Finds what a name in a plan stands for; an index that is used with it says the most. */
export type FindSource = (name: string, index: string | null) => PlanSource;

/**
 * A plan calls tables by their aliases; the statement, and the views that it may use, say which tables these are.
 *
 * @param sql the statement of the plan
 * @param schema the tables of the database, with their rows
 */
export function sourcesOf(sql: string, schema: Schema): FindSource {
  const views = schema.tables.filter(({ kind }) => kind === 'view');
  const stored = schema.tables.filter(({ kind }) => kind !== 'view');
  const tables = new Map(stored.map((table) => [table.name.toLowerCase(), table]));
  const texts = [sql, ...views.map((view) => view.sql)];
  const aliases = texts.map((text) => aliasesIn(tokensOf(text), tables));
  const subqueries = commonTablesIn(tokensOf(sql));
  const tableOf = (name: string): Table | undefined => {
    const meant = aliases.find((known) => known.has(name))?.get(name) ?? new Set([name]);
    const [only = '', ...others] = meant;
    return others.length > 0 || subqueries.has(only) ? undefined : tables.get(only);
  };
  return (name, index) => {
    const indexed = stored.find(({ indexes }) => indexes.some((known) => known.name === index));
    const table = indexed ?? tableOf(name.toLowerCase());
    return { name, table: table?.name ?? null, rows: table?.rows ?? null };
  };
}

const STARTS_TABLES: ReadonlySet<string> = new Set(['FROM', 'JOIN', 'UPDATE', 'INTO']);
const BEFORE_TABLE: ReadonlySet<string> = new Set([...STARTS_TABLES, ',', '(', '.']);
const AFTER_TABLES: ReadonlySet<string> = new Set([
  'SELECT',
  'WHERE',
  'SET',
  'GROUP',
  'ORDER',
  'HAVING',
  'WINDOW',
  'LIMIT',
  'VALUES',
  'RETURNING',
]);
const NO_ALIAS: ReadonlySet<string> = new Set([
  ...AFTER_TABLES,
  ...['ON', 'USING', 'JOIN', 'LEFT', 'RIGHT', 'FULL', 'INNER', 'CROSS', 'NATURAL', 'OUTER', 'INDEXED', 'NOT'],
  ...['UNION', 'INTERSECT', 'EXCEPT', 'DEFAULT'],
]);

/** Which tables each alias stands for: more than one when parts of the statement use it differently. */
function aliasesIn(tokens: readonly Token[], tables: ReadonlyMap<string, unknown>): Map<string, Set<string>> {
  const aliases = new Map<string, Set<string>>();
  for (const index of placesOfTables(tokens)) {
    const table = nameAt(tokens, index);
    const alias = nameAt(tokens, tokens[index + 1]?.text.toUpperCase() === 'AS' ? index + 2 : index + 1);
    if (table === null || alias === null || !tables.has(table)) continue;
    aliases.set(alias, (aliases.get(alias) ?? new Set()).add(table));
  }
  return aliases;
}

/** Where in a statement the name of a table can stand. */
function placesOfTables(tokens: readonly Token[]): number[] {
  /** For each open parenthesis whether a list of tables is being read in it. */
  const inTables = [false];
  const places: number[] = [];
  tokens.forEach(({ kind, text }, index) => {
    if (inTables.at(-1) && BEFORE_TABLE.has(tokens[index - 1]?.text.toUpperCase() ?? '')) places.push(index);
    const word = kind === 'quoted' ? '' : text.toUpperCase();
    if (word === '(') inTables.push(inTables.at(-1) ?? false);
    else if (word === ')' && inTables.length > 1) inTables.pop();
    else if (AFTER_TABLES.has(word)) inTables.splice(-1, 1, false);
    else if (STARTS_TABLES.has(word)) inTables.splice(-1, 1, true);
  });
  return places;
}

/** The name at a place, in small letters; null for a keyword that can stand after a table. */
function nameAt(tokens: readonly Token[], index: number): string | null {
  const token = tokens[index];
  if (token === undefined || (token.kind === 'word' && NO_ALIAS.has(token.text.toUpperCase()))) return null;
  return nameOf(token)?.toLowerCase() ?? null;
}

/** Names that WITH gives to subqueries, which hide tables of the same name. */
function commonTablesIn(tokens: readonly Token[]): Set<string> {
  const names = new Set<string>();
  if (!tokens.some(({ text }) => text.toUpperCase() === 'WITH')) return names;
  tokens.forEach(({ text }, index) => {
    if (text.toUpperCase() !== 'AS') return;
    const words = tokens.slice(index + 1, index + 4).map((token) => token.text.toUpperCase());
    if (words.find((word) => word !== 'NOT' && word !== 'MATERIALIZED') !== '(') return;
    let at = index - 1;
    if (tokens[at]?.text === ')') while (at > 0 && tokens[at]?.text !== '(') at -= 1;
    const name = tokens[tokens[at]?.text === '(' ? at - 1 : at];
    const found = name === undefined ? null : nameOf(name);
    if (found !== null) names.add(found.toLowerCase());
  });
  return names;
}
