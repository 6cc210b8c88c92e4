import type { Statement, Value } from '../schema';
import { compareSequences } from './compare-sequences';
import type { Equality } from './equality';
import { container, leaf, type NormalValue, numberKey, object, textKey } from './normal-value';

/** What a statement read; any statement of a trace is one. */
export type RowsRead = Pick<Statement, 'columns' | 'rows' | 'rowCount'>;

/**
 * Compares the rows that two statements read, value by value in the order of their columns; the columns' names,
 * which the ORMs choose, do not matter. JSON does not tell a whole float from an int, so neither does this.
 */
export function compareRows(django: RowsRead, sqlalchemy: RowsRead): Equality {
  const sides = { django, sqlalchemy };
  const empty = (['django', 'sqlalchemy'] as const).filter((orm) => sides[orm].columns === null);
  if (empty.length > 0) return { kind: 'nothing', why: { kind: 'no-value', orms: empty } };
  return compareSequences({
    django: django.rows.map(rowOf),
    sqlalchemy: sqlalchemy.rows.map(rowOf),
    unit: 'row',
    extent: isPart(django) || isPart(sqlalchemy) ? 'first' : 'all',
    isOrdered: true,
  });
}

function isPart({ rows, rowCount }: RowsRead): boolean {
  return rowCount !== null && rowCount > rows.length;
}

function rowOf(row: readonly Value[]): NormalValue {
  return container('tuple', row.map(normaliseValue));
}

function normaliseValue(value: Value): NormalValue {
  if (value === null) return leaf('NoneType', 'none', 'none');
  if (typeof value === 'boolean') return leaf('bool', `n:${value ? 1 : 0}`, String(value));
  if (typeof value === 'number') return leaf('number', numberKey(String(value)), numberKey(String(value)));
  if (typeof value === 'string') return leaf('str', textKey(value), `s:${value}`);
  const { type, value: text, length } = value;
  if (length !== undefined) return leaf(type, `cut:${length}:${text}`, `cut:${length}:${text}`);
  switch (type) {
    case 'int':
    case 'float':
      return leaf('number', numberKey(text), numberKey(text));
    case 'decimal':
      return leaf('Decimal', numberKey(text), numberKey(text));
    case 'bytes':
      return leaf(type, `b:${text}`, text);
    case 'uuid':
      return leaf('UUID', textKey(text), textKey(text));
    case 'date':
    case 'datetime':
    case 'time':
      return leaf(type, textKey(text), textKey(text));
    case 'timedelta':
      return leaf(type, `${type} ${text}`, text);
    default:
      return object(`${type} ${text}`);
  }
}
