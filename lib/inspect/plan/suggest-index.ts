import { nameOf, type Token, tokensOf } from '../../util/sql-tokens';
import type { Schema, Table } from '../image/schema';
import { costlyWorkIn } from './costly-work';
import type { Plan, PlanSource } from './plan';

const MOST_COLUMNS = 3;
/** Words behind which columns decide which rows are wanted, and in which order. */
const DECIDING: ReadonlySet<string> = new Set(['WHERE', 'ON', 'ORDER', 'GROUP', 'HAVING']);
const ENDING: ReadonlySet<string> = new Set([
  'SELECT',
  'FROM',
  'JOIN',
  'LIMIT',
  'RETURNING',
  'SET',
  'VALUES',
  'UNION',
]);

/**
 * An index that may save a statement the first of its full scans, or a temporary sort: on the columns of a table by
 * which it picks and orders rows. Whether SQLite would use it is for SQLite to say.
 * @returns a CREATE INDEX; null where the plan has neither, or no column decides anything, or it is there already
 */
export function suggestIndex(sql: string, plan: Plan, schema: Schema): string | null {
  if (plan.kind !== 'plan') return null;
  const tokens = tokensOf(sql);
  for (const source of slowSources(plan)) {
    const table = schema.tables.find(({ name }) => name === source.table);
    if (table === undefined) continue;
    const columns = decidingColumns(tokens, table, source);
    if (columns.length > 0 && !hasIndex(table, columns))
      return `CREATE INDEX try_it ON ${name(table.name)} (${columns.map(name).join(', ')})`;
  }
  return null;
}

/** Tables that are read whole, then those whose rows are sorted after they were found. */
function slowSources({ steps }: Extract<Plan, { kind: 'plan' }>): PlanSource[] {
  const { scans, sorts, searches } = costlyWorkIn(steps);
  return [...scans, ...(sorts.length > 0 ? searches : [])].flatMap(({ what }) =>
    what.kind === 'scan' || what.kind === 'search' ? [what.source] : [],
  );
}

function hasIndex({ indexes }: Table, columns: readonly string[]): boolean {
  return indexes.some((index) => columns.every((column, at) => index.columns[at]?.name === column));
}

function decidingColumns(tokens: readonly Token[], table: Table, source: PlanSource): string[] {
  const found = new Set<string>();
  const isKey = (column: string): boolean =>
    table.columns.some((each) => each.name === column && each.primaryKey > 0);
  let decides = false;
  for (const [at, token] of tokens.entries()) {
    const word = token.kind === 'word' ? token.text.toUpperCase() : '';
    if (DECIDING.has(word)) decides = true;
    else if (ENDING.has(word)) decides = false;
    if (!decides || tokens[at + 1]?.text === '.') continue;
    const column = columnAt(tokens, at, table, source);
    if (column !== null && !isKey(column)) found.add(column);
  }
  return [...found].slice(0, MOST_COLUMNS);
}

/** The column of the table that a token names, alone or behind the table's name or alias. */
function columnAt(tokens: readonly Token[], at: number, table: Table, source: PlanSource): string | null {
  const token = tokens[at];
  // A text in single quotes is a value here.
  if (token === undefined || token.text.startsWith("'")) return null;
  if (token.kind === 'word' && RESERVED.has(token.text.toLowerCase())) return null;
  const named = nameOf(token)?.toLowerCase();
  const column = table.columns.find((each) => each.name.toLowerCase() === named);
  if (column === undefined || tokens[at + 1]?.text === '(') return null;
  if (tokens[at - 1]?.text !== '.') return column.name;
  const before = tokens[at - 2];
  const owner = before === undefined ? null : nameOf(before)?.toLowerCase();
  return owner === source.name.toLowerCase() || owner === table.name.toLowerCase() ? column.name : null;
}

/** A name as it may stand in SQL. */
function name(text: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(text) && !RESERVED.has(text) ? text : `"${text.replaceAll('"', '""')}"`;
}

/** Words in small letters that are likely names, and that SQLite does not take for one. */
const RESERVED: ReadonlySet<string> = new Set([
  ...[
    'order',
    'group',
    'index',
    'table',
    'values',
    'to',
    'from',
    'select',
    'where',
    'check',
    'default',
    'set',
  ],
  ...[
    'join',
    'on',
    'in',
    'is',
    'and',
    'or',
    'not',
    'null',
    'case',
    'when',
    'then',
    'else',
    'limit',
    'primary',
  ],
  ...[
    'references',
    'foreign',
    'unique',
    'using',
    'union',
    'distinct',
    'all',
    'as',
    'between',
    'collate',
    'drop',
  ],
  ...[
    'transaction',
    'commit',
    'constraint',
    'create',
    'delete',
    'insert',
    'into',
    'update',
    'having',
    'exists',
  ],
]);
