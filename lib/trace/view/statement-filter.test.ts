import { describe, expect, it } from 'vitest';
import { type Sent, traceOf } from '../findings/testing-trace';
import { itemsOf } from './items';
import { fingerprintOf } from './kinds';
import { scopesOf } from './scopes';
import { countIn, EVERYTHING, filterItems, itemsOfKind, type StatementFilter } from './statement-filter';

const SENT: Sent[] = [
  { at: [], sql: 'SELECT * FROM book WHERE id = ?', more: { params: [1] } },
  { at: [], sql: 'SELECT * FROM book WHERE id = ?', more: { params: [2] } },
  { at: [], sql: 'BEGIN', more: { kind: 'begin' } },
  { at: [], sql: 'INSERT INTO author (name) VALUES (?)', more: { kind: 'insert', params: ['Ida Vero'] } },
  { at: [], sql: 'COMMIT', more: { kind: 'commit' } },
];
const { statements } = traceOf({}, SENT);
const ITEMS = itemsOf(statements, scopesOf(statements), new Map());

function idsBy(filter: Partial<StatementFilter>, found: readonly number[] = []): number[][] {
  const items = filterItems(ITEMS, { ...EVERYTHING, ...filter }, new Set(found));
  return items.map((item) => item.statements.map(({ id }) => id));
}

describe('filtering statements', () => {
  it('leaves everything as it is without a filter', () => {
    expect(filterItems(ITEMS, EVERYTHING, new Set())).toBe(ITEMS);
    expect(countIn(ITEMS)).toBe(3);
  });

  it('by their verb leaves out where transactions begin and end', () => {
    expect(idsBy({ shown: 'reads' })).toEqual([[0, 1]]);
    expect(idsBy({ shown: 'writes' })).toEqual([[3]]);
  });

  it('by findings leaves those of which one speaks, also of several alike', () => {
    expect(idsBy({ shown: 'findings' }, [1])).toEqual([[1]]);
    expect(idsBy({ shown: 'findings' })).toEqual([]);
  });

  it('by a text looks into SQL and values, in upper or lower case', () => {
    expect(idsBy({ text: 'FROM BOOK' })).toEqual([[0, 1]]);
    expect(idsBy({ text: 'ida' })).toEqual([[3]]);
    expect(idsBy({ text: 'commit' })).toEqual([[4]]);
    expect(idsBy({ text: 'nowhere' })).toEqual([]);
    expect(idsBy({ shown: 'reads', text: 'ida' })).toEqual([]);
  });

  it('answers anew when the findings are others', () => {
    expect(idsBy({ shown: 'findings' }, [0])).toEqual([[0]]);
    expect(idsBy({ shown: 'findings' }, [3])).toEqual([[3]]);
  });

  it('by a kind', () => {
    const kind = fingerprintOf('SELECT * FROM book WHERE id = 7');
    expect(itemsOfKind(ITEMS, kind).flatMap((item) => item.statements.map(({ id }) => id))).toEqual([0, 1]);
  });
});
