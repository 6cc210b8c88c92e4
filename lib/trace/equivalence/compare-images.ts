import type { Orm } from '../../orm/orm';
import type {
  ChangedCell,
  ChangedRow,
  ImageRow,
  ImageTable,
  ImageValue,
  TableComparison,
  TableVerdict,
} from './image';
import { numberKey, textKey } from './normal-value';

/** What Django puts before the names of tables that `models.py` names none for (`_LABEL` of the runner's django_side). */
const DJANGOS_PREFIX = 'app_';

/**
 * Compares the tables that both sides' databases have after a run, by name, in Django's order; what only
 * SQLAlchemy has comes last. Rows are the same by their primary key where both tables have the same one. A table
 * has no order of its own: "other order" says that the same rows lie otherwise in the file. Values that SQLite
 * stores in another form are equal: 5 and 5.0, true and 1, a moment with `T` or a space and with or without its
 * seconds and their fraction, a UUID with or without hyphens. A number is never equal to a text: where a column
 * is for numbers, SQLite makes one of the text when it stores it. Where a database was made from the models, a table
 * that Django named `app_book` is compared with SQLAlchemy's `book`.
 *
 * @param mostRows how many rows of each kind are given for a table that differs; all are counted
 */
export function compareImages(
  django: readonly ImageTable[],
  sqlalchemy: readonly ImageTable[],
  mostRows = Number.POSITIVE_INFINITY,
): TableComparison[] {
  const others = new Map(sqlalchemy.map((table) => [table.name.toLowerCase(), table]));
  const own = new Set(django.map(({ name }) => name.toLowerCase()));
  const compared = django.map((table): TableComparison => {
    const name = otherName(table.name.toLowerCase(), own, others);
    const other = others.get(name);
    others.delete(name);
    if (other === undefined) return onlyIn('django', table);
    return {
      table: table.name,
      ...(name === table.name.toLowerCase() ? {} : { otherName: other.name }),
      rows: { django: table.rows.length, sqlalchemy: other.rows.length },
      verdict: compareTables(table, other, mostRows),
    };
  });
  return [...compared, ...[...others.values()].map((table) => onlyIn('sqlalchemy', table))];
}

/** What a table of Django's, all names in lower case, is called on the other side. */
function otherName(name: string, own: ReadonlySet<string>, others: ReadonlyMap<string, ImageTable>): string {
  if (others.has(name) || !name.startsWith(DJANGOS_PREFIX)) return name;
  const bare = name.slice(DJANGOS_PREFIX.length);
  return others.has(bare) && !own.has(bare) ? bare : name;
}

function onlyIn(orm: Orm, { name, rows }: ImageTable): TableComparison {
  const none = { django: null, sqlalchemy: null };
  return {
    table: name,
    rows: { ...none, [orm]: rows.length },
    verdict: { kind: 'only-in', orm, rows: rows.length },
  };
}

/** One row as it is compared. */
interface Row {
  readonly values: ImageRow;
  readonly keys: readonly string[];
  readonly whole: string;
}

function compareTables(django: ImageTable, sqlalchemy: ImageTable, mostRows: number): TableVerdict {
  const columns = django.columns.filter((name) => placeOf(sqlalchemy, name) >= 0);
  const onlyColumns = {
    django: django.columns.filter((name) => placeOf(sqlalchemy, name) < 0),
    sqlalchemy: sqlalchemy.columns.filter((name) => placeOf(django, name) < 0),
  };
  const one = rowsOf(django, columns);
  const other = rowsOf(sqlalchemy, columns);
  const hasSameColumns = onlyColumns.django.length + onlyColumns.sqlalchemy.length === 0;
  const { pairs, lonely } = pairRows(one, other);
  if (hasSameColumns && lonely.django.length + lonely.sqlalchemy.length === 0) {
    const isSameOrder = one.every(({ whole }, at) => whole === other[at]?.whole);
    return { kind: isSameOrder ? 'same' : 'other-order', rows: one.length, otherForm: otherForms(pairs) };
  }
  const key = sharedKey(django, sqlalchemy, columns);
  const { changed, onlyRows } = splitByKey(lonely, key, columns);
  return {
    kind: 'different',
    onlyColumns,
    columns,
    onlyRows: {
      django: onlyRows.django.slice(0, mostRows),
      sqlalchemy: onlyRows.sqlalchemy.slice(0, mostRows),
    },
    changed: changed.slice(0, mostRows),
    counts: {
      django: onlyRows.django.length,
      sqlalchemy: onlyRows.sqlalchemy.length,
      changed: changed.length,
    },
  };
}

function placeOf({ columns }: ImageTable, name: string): number {
  return columns.findIndex((each) => each.toLowerCase() === name.toLowerCase());
}

function rowsOf(table: ImageTable, columns: readonly string[]): Row[] {
  const places = columns.map((name) => placeOf(table, name));
  return table.rows.map((row) => {
    const values = places.map((at) => row[at] ?? null);
    const keys = values.map(keyOf);
    return { values, keys, whole: joined(keys) };
  });
}

type Pair = readonly [Row, Row];
type Sides<Item> = Readonly<Record<Orm, readonly Item[]>>;

/** Pairs equal rows, each once; what is left has no equal on the other side. */
function pairRows(
  one: readonly Row[],
  other: readonly Row[],
): { pairs: readonly Pair[]; lonely: Sides<Row> } {
  const free = new Map<string, Row[]>();
  for (const row of other.toReversed()) {
    const queue = free.get(row.whole);
    if (queue === undefined) free.set(row.whole, [row]);
    else queue.push(row);
  }
  const pairs: Pair[] = [];
  const taken = new Set<Row>();
  const lonely = one.filter((row) => {
    const partner = free.get(row.whole)?.pop();
    if (partner === undefined) return true;
    pairs.push([row, partner]);
    taken.add(partner);
    return false;
  });
  return { pairs, lonely: { django: lonely, sqlalchemy: other.filter((row) => !taken.has(row)) } };
}

/** Places of the key's columns, when both tables have the same key; else null. */
function sharedKey(
  django: ImageTable,
  sqlalchemy: ImageTable,
  columns: readonly string[],
): readonly number[] | null {
  const names = (table: ImageTable): string =>
    table.primaryKey
      .map((name) => name.toLowerCase())
      .sort()
      .join();
  if (django.primaryKey.length === 0 || names(django) !== names(sqlalchemy)) return null;
  return django.primaryKey.map((name) =>
    columns.findIndex((each) => each.toLowerCase() === name.toLowerCase()),
  );
}

function splitByKey(
  lonely: Sides<Row>,
  key: readonly number[] | null,
  columns: readonly string[],
): { readonly changed: readonly ChangedRow[]; readonly onlyRows: Sides<ImageRow> } {
  const changed: ChangedRow[] = [];
  const taken = new Set<Row>();
  if (key !== null) {
    const nameOf = ({ keys }: Row): string => joined(key.map((at) => keys[at] ?? ''));
    const others = new Map(lonely.sqlalchemy.map((row) => [nameOf(row), row]));
    for (const row of lonely.django) {
      const partner = others.get(nameOf(row));
      if (partner === undefined || taken.has(partner)) continue;
      taken.add(row).add(partner);
      changed.push({
        key: key.map((at) => row.values[at] ?? null),
        cells: changedCells(row, partner, columns),
      });
    }
  }
  const alone = (rows: readonly Row[]): ImageRow[] =>
    rows.filter((row) => !taken.has(row)).map(({ values }) => values);
  return { changed, onlyRows: { django: alone(lonely.django), sqlalchemy: alone(lonely.sqlalchemy) } };
}

function changedCells(one: Row, other: Row, columns: readonly string[]): ChangedCell[] {
  return columns.flatMap((column, at) =>
    one.keys[at] === other.keys[at]
      ? []
      : [{ column, django: one.values[at] ?? null, sqlalchemy: other.values[at] ?? null }],
  );
}

function otherForms(pairs: readonly Pair[]): number {
  let count = 0;
  for (const [one, other] of pairs)
    for (const [at, value] of one.values.entries())
      if (formOf(value) !== formOf(other.values[at] ?? null)) count += 1;
  return count;
}

/** A text for each value that is the same for values that are equal in whichever form they are stored. */
function keyOf(value: ImageValue): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return `n:${value ? 1 : 0}`;
    case 'number':
    case 'bigint':
      return numberKey(String(value));
    case 'string':
      return textKey(value);
    default:
      return formOf(value);
  }
}

/** A text for each value that is the same only for what is stored the same. */
function formOf(value: ImageValue): string {
  if (value === null) return 'null';
  if (value instanceof Uint8Array) return `b:${value.join()}`;
  if (typeof value === 'object') return `cut:${value.length}:${formOf(value.start)}`;
  return `${typeof value}:${Object.is(value, -0) ? '-0' : value}`;
}

function joined(keys: readonly string[]): string {
  return keys.map((key) => `${key.length}:${key}`).join();
}
