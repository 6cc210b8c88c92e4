import { assertNever } from '../../util/assert-never';
import type { PlanSource, PlanWork, SearchKey } from './plan';

/**
 * Says a step in plain words.
 * @param detail SQLite's own, for a step of which nothing else is known
 */
export function wordsFor(work: PlanWork, detail: string): string {
  switch (work.kind) {
    case 'scan':
      return `SCAN ${called(work.source)}, ${extent(work)}${rowsIn(work.source)}`;
    case 'search':
      return `SEARCH ${called(work.source)} ${keyWords(work.by)}`;
    case 'constant':
      return 'VALUES of the statement itself';
    case 'temporary-sort':
      return `SORT for ${work.purpose}, in a temporary b-tree`;
    case 'compound':
      return `${work.operator} of two queries`;
    case 'subquery':
      return `SUBQUERY${work.name === null ? '' : ` ${work.name}`}${work.correlated ? ', once for each row' : ''}`;
    case 'or':
      return 'OR, one search for each side';
    case 'other':
      return detail;
    default:
      return assertNever(work);
  }
}

function called({ name, table }: PlanSource): string {
  return table === null || table.toLowerCase() === name.toLowerCase() ? name : `${table} (${name})`;
}

function extent({ source, index }: Extract<PlanWork, { kind: 'scan' }>): string {
  if (index !== null)
    return index.covering ? `whole index ${index.name}` : `whole table in the order of index ${index.name}`;
  return source.table === null ? 'all rows' : 'whole table';
}

function rowsIn({ rows }: PlanSource): string {
  return rows === null ? '' : `, ${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`;
}

function keyWords(key: SearchKey): string {
  switch (key.kind) {
    case 'primary-key':
      return 'by primary key';
    case 'index':
      if (key.terms === null) return `at one end of index ${key.name}`;
      return `by ${key.covering ? 'covering index' : 'index'} ${key.name}${inParentheses(key.terms)}`;
    case 'automatic-index':
      return `by an index made for this statement only${inParentheses(key.terms)}`;
    case 'end':
      return 'at one end';
    default:
      return assertNever(key);
  }
}

function inParentheses(terms: string | null): string {
  return terms === null ? '' : ` (${terms})`;
}
