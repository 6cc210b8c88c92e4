import type { Database } from 'sql.js';
import { assertNever } from '../../util/assert-never';
import { rowidOf } from '../image/read-rows';
import { keyOf, readSchema } from '../image/read-schema';
import type { Table } from '../image/schema';
import { numberOf, quoted, rowOf, rowsOf, withStatement } from '../sqlite/read';
import { refusalOf, type Sqlite, withDatabase } from '../sqlite/sqlite';
import { type ShownValue, shown } from '../values';
import type { ChangedRow, Changes, Counted, RowKey, RowValues, SchemaChange, TableChanges } from './changes';

/** What the earlier image is called beside the later one, which is `main`. */
const EARLIER = 'earlier';

/**
 * Compares two images of one database. A row is the same row when its primary key is the same, or its rowid where
 * there is no primary key; values differ when their bytes or their storage classes do.
 *
 * @param limitRows how many rows of each kind are given for each table; all are counted
 * @throws SQLite's error when one of them is no database, or a damaged one
 */
export function changesBetween(
  sqlite: Sqlite,
  before: Uint8Array,
  after: Uint8Array,
  limitRows: number,
): Changes {
  return withDatabase(sqlite, before, (earlier) =>
    withDatabase(sqlite, after, (database) => {
      const tablesBefore = readSchema(earlier).tables;
      const tablesAfter = readSchema(database).tables;
      database.run(`ATTACH ${literal((earlier as Named).filename)} AS ${EARLIER}`);
      const tables: TableChanges[] = [];
      const notCompared: Changes['notCompared'][number][] = [];
      for (const pair of paired(tablesBefore, tablesAfter)) {
        try {
          const found = compareTable(database, pair, limitRows);
          if (found.inserted.count + found.deleted.count + found.changed.count > 0) tables.push(found);
        } catch (error) {
          const { name } = pair.kind === 'dropped' ? pair.before : pair.after;
          notCompared.push({ table: name, why: refusalOf(error) });
        }
      }
      return { tables, schema: schemaChanges(database), notCompared };
    }),
  );
}

/** What sql.js documents and its types lack: under which name the database lies in SQLite's own file system. */
type Named = Database & { readonly filename: string };

type Pair =
  | { readonly kind: 'kept'; readonly before: Table; readonly after: Table }
  | { readonly kind: 'created'; readonly after: Table }
  | { readonly kind: 'dropped'; readonly before: Table };

/** Tables with rows of their own, matched by name; those of the later image first. */
function paired(before: readonly Table[], after: readonly Table[]): Pair[] {
  const [earlier, later] = [ownTables(before), ownTables(after)];
  const there = [...later].map(([name, table]): Pair => {
    const match = earlier.get(name);
    return match === undefined
      ? { kind: 'created', after: table }
      : { kind: 'kept', before: match, after: table };
  });
  const gone = [...earlier].filter(([name]) => !later.has(name));
  return [...there, ...gone.map(([, table]): Pair => ({ kind: 'dropped', before: table }))];
}

function ownTables(tables: readonly Table[]): Map<string, Table> {
  const own = tables.filter(({ kind }) => kind === 'table' || kind === 'virtual');
  return new Map(own.map((table) => [table.name.toLowerCase(), table]));
}

const NONE = { count: 0, rows: [] } as const;

function compareTable(database: Database, pair: Pair, limit: number): TableChanges {
  switch (pair.kind) {
    case 'created': {
      const { after } = pair;
      const [columns, key] = [columnsOf(after), ownKey(after)];
      const inserted = listed(database, `FROM ${at('main', after)} AS t`, columns, after, limit);
      return { table: after.name, key, columns, inserted, deleted: NONE, changed: NONE };
    }
    case 'dropped': {
      const { before } = pair;
      const [columns, key] = [columnsOf(before), ownKey(before)];
      const deleted = listed(database, `FROM ${at(EARLIER, before)} AS t`, columns, before, limit);
      return { table: before.name, key, columns, inserted: NONE, deleted, changed: NONE };
    }
    case 'kept': {
      const { before, after } = pair;
      const columns = [...new Set([...columnsOf(after), ...columnsOf(before)])];
      const key = commonKey(database, before, after);
      const same = sameRow(key, before, after);
      const without = (one: string, other: string): string =>
        `FROM ${one} AS t WHERE NOT EXISTS (SELECT 1 FROM ${other} AS o WHERE ${same})`;
      const [old, now] = [at(EARLIER, before), at('main', after)];
      return {
        table: after.name,
        key,
        columns,
        inserted: listed(database, without(now, old), columns, after, limit),
        deleted: listed(database, without(old, now), columns, before, limit),
        changed: changedRows(database, { before, after, columns, same }, limit),
      };
    }
    default:
      return assertNever(pair);
  }
}

/** Rows of one image that the other does not have. */
function listed(
  database: Database,
  from: string,
  columns: readonly string[],
  table: Table,
  limit: number,
): Counted<RowValues> {
  const names = columnsOf(table);
  const list = names.map((name) => `t.${quoted(name)}`).join(', ');
  const rows = rowsOf(database, `SELECT ${list} ${from} LIMIT ${limit}`);
  const place = placesIn(columns, names);
  return {
    count: numberOf(database, `SELECT count(*) ${from}`),
    rows: rows.map((row) => place(row.map((value) => shown(value)))),
  };
}

interface Compared {
  readonly before: Table;
  readonly after: Table;
  readonly columns: readonly string[];
  readonly same: string;
}

function changedRows(
  database: Database,
  { before, after, columns, same }: Compared,
  limit: number,
): Counted<ChangedRow> {
  const [old, now] = [columnsOf(before), columnsOf(after)];
  const both = columns.filter((name) => old.includes(name) && now.includes(name));
  if (both.length === 0) return { count: 0, rows: [] };
  const differs = both.map(differing);
  // CROSS JOIN: in the order of the later image, looking up each row in the earlier one.
  const from = `FROM ${at('main', after)} AS t CROSS JOIN ${at(EARLIER, before)} AS o ON ${same} WHERE ${differs.join(' OR ')}`;
  const list = [
    ...old.map((name) => `o.${quoted(name)}`),
    ...now.map((name) => `t.${quoted(name)}`),
    ...differs,
  ].join(', ');
  const [placeOld, placeNow] = [placesIn(columns, old), placesIn(columns, now)];
  const rows = withStatement(database, `SELECT ${list} ${from} LIMIT ${limit}`, (statement) => {
    const found: ChangedRow[] = [];
    while (statement.step()) {
      const row = rowOf(statement);
      const values = row.slice(0, old.length + now.length).map((value) => shown(value));
      const flags = row.slice(old.length + now.length);
      found.push({
        before: placeOld(values.slice(0, old.length)),
        after: placeNow(values.slice(old.length)),
        differing: both.filter((_, index) => flags[index] === 1n).map((name) => columns.indexOf(name)),
      });
    }
    return found;
  });
  return { count: numberOf(database, `SELECT count(*) ${from}`), rows };
}

/** A column's own collation may take different texts for the same; 1 and 1.0, or '1', are the same to none. */
function differing(column: string): string {
  const [now, old] = [`t.${quoted(column)}`, `o.${quoted(column)}`];
  return `(typeof(${now}) <> typeof(${old}) OR ${now} COLLATE BINARY IS NOT ${old})`;
}

/** The primary key that both images have, if no row of it lacks a value; else the rowid. */
function commonKey(database: Database, before: Table, after: Table): RowKey {
  const columns = keyOf(after.columns);
  const sameKey = columns.length > 0 && columns.join('\0') === keyOf(before.columns).join('\0');
  const lacks = (schema: string, table: Table): boolean =>
    numberOf(
      database,
      `SELECT EXISTS (SELECT 1 FROM ${at(schema, table)} WHERE ${columns.map((name) => `${quoted(name)} IS NULL`).join(' OR ')})`,
    ) === 1;
  if (sameKey && !lacks('main', after) && !lacks(EARLIER, before)) return { kind: 'primary-key', columns };
  return { kind: 'rowid' };
}

function ownKey(table: Table): RowKey {
  const columns = keyOf(table.columns);
  return columns.length > 0 ? { kind: 'primary-key', columns } : { kind: 'rowid' };
}

function sameRow(key: RowKey, before: Table, after: Table): string {
  if (key.kind === 'primary-key')
    return key.columns.map((name) => `o.${quoted(name)} = t.${quoted(name)}`).join(' AND ');
  const rowid = rowidOf(after);
  if (rowid === null || rowidOf(before) === null)
    throw new Error('its rows have neither the same primary key in both, nor a rowid');
  return `o.${rowid} = t.${rowid}`;
}

/** Everything that has a text of its own; names decide what belongs together. */
function schemaChanges(database: Database): SchemaChange[] {
  const own = "sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
  const sql = `SELECT coalesce(n.type, o.type), coalesce(n.name, o.name), coalesce(n.tbl_name, o.tbl_name), o.sql, n.sql
    FROM (SELECT rowid AS place, * FROM main.sqlite_schema WHERE ${own}) AS n
    FULL JOIN (SELECT rowid AS place, * FROM ${EARLIER}.sqlite_schema WHERE ${own}) AS o
      ON o.type = n.type AND o.name = n.name COLLATE NOCASE
    WHERE o.sql IS NOT n.sql ORDER BY n.place IS NULL, n.place, o.place`;
  return rowsOf(database, sql).map(([what, name, table, before, after]) => ({
    kind: before === null ? 'created' : after === null ? 'dropped' : 'altered',
    what: what as SchemaChange['what'],
    name: String(name),
    table: String(table),
    before: typeof before === 'string' ? before : null,
    after: typeof after === 'string' ? after : null,
  }));
}

function columnsOf({ columns }: Table): string[] {
  return columns.filter(({ kind }) => kind !== 'hidden').map(({ name }) => name);
}

/** Puts the values of some columns in the places of all. */
function placesIn(
  all: readonly string[],
  own: readonly string[],
): (values: readonly ShownValue[]) => RowValues {
  const places = all.map((name) => own.indexOf(name));
  return (values) => places.map((place) => values[place]);
}

function at(schema: string, table: Table): string {
  return `${schema}.${quoted(table.name)}`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
