import { assertNever } from '../../util/assert-never';
import { isCounted } from '../counted';
import type { Statement } from '../schema';
import type { Item } from './items';
import { fingerprintOf } from './kinds';

/** Which statements are shown: `findings` are those that a finding speaks of. */
export type Shown = 'all' | 'reads' | 'writes' | 'findings';

/** What is shown of all that was sent. */
export interface StatementFilter {
  readonly shown: Shown;
  /** A part of the SQL or of a value, in upper or lower case; empty: whatever. */
  readonly text: string;
}

/** Leaves nothing out. */
export const EVERYTHING: StatementFilter = { shown: 'all', text: '' };

/** Whether a filter may leave something out. */
export function isFiltering({ shown, text }: StatementFilter): boolean {
  return shown !== 'all' || text !== '';
}

/** The last answer for a list: a list is asked for by whoever draws it, counts it and maps it. */
const last = new WeakMap<
  readonly Item[],
  { key: string; found: ReadonlySet<number>; items: readonly Item[] }
>();

/**
 * Gives the items of a cell that are shown. Of an item with several statements those are left that are shown;
 * where a transaction begins and ends is left only when all verbs are.
 * @param found ids of the statements that findings speak of
 */
export function filterItems(
  items: readonly Item[],
  filter: StatementFilter,
  found: ReadonlySet<number>,
): readonly Item[] {
  if (!isFiltering(filter)) return items;
  const key = `${filter.shown} ${filter.text}`;
  const known = last.get(items);
  if (known?.key === key && known.found === found) return known.items;
  const shown = partsOf(items, matcherOf(filter, found));
  last.set(items, { key, found, items: shown });
  return shown;
}

/** Gives the items whose statements are of one kind, by its fingerprint. */
export function itemsOfKind(items: readonly Item[], fingerprint: string): readonly Item[] {
  const known = new Map<string, boolean>();
  return partsOf(items, ({ sql }) => {
    const isOfKind = known.get(sql) ?? fingerprintOf(sql) === fingerprint;
    known.set(sql, isOfKind);
    return isOfKind;
  });
}

/** How many of the statements of some items count. */
export function countIn(items: readonly Item[]): number {
  let count = 0;
  for (const { statements } of items)
    for (const statement of statements) if (isCounted(statement)) count += 1;
  return count;
}

function partsOf(items: readonly Item[], isShown: (statement: Statement) => boolean): readonly Item[] {
  return items.flatMap((item): Item[] => {
    if (item.statements.every(isShown)) return [item];
    if (item.kind === 'boundary') return [];
    const places = [...item.statements.keys()].filter((place) => {
      const statement = item.statements[place];
      return statement !== undefined && isShown(statement);
    });
    const [first, ...more] = places.flatMap((place) => item.statements[place] ?? []);
    if (first === undefined) return [];
    const isRepeat = places.map((place) => item.isRepeat[place] === true);
    return [{ ...item, key: String(first.id), statements: [first, ...more], isRepeat }];
  });
}

function matcherOf(
  { shown, text }: StatementFilter,
  found: ReadonlySet<number>,
): (one: Statement) => boolean {
  const isVerbShown = (statement: Statement): boolean => {
    switch (shown) {
      case 'all':
        return true;
      case 'reads':
        return statement.kind === 'select';
      case 'writes':
        return statement.kind !== 'select' && isCounted(statement);
      case 'findings':
        return found.has(statement.id);
      default:
        return assertNever(shown);
    }
  };
  if (text === '') return isVerbShown;
  const sought = text.toLowerCase();
  const texts = new Map<string, boolean>();
  return (statement) => {
    if (!isVerbShown(statement)) return false;
    const isInSql = texts.get(statement.sql) ?? statement.sql.toLowerCase().includes(sought);
    texts.set(statement.sql, isInSql);
    return isInSql || valuesOf(statement).includes(sought);
  };
}

const values = new WeakMap<Statement, string>();

/** The values of a statement as one text in lower case. */
function valuesOf(statement: Statement): string {
  const known = values.get(statement);
  if (known !== undefined) return known;
  const { params } = statement;
  const text = params === null ? '' : JSON.stringify(params).toLowerCase();
  values.set(statement, text);
  return text;
}
