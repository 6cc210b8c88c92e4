import type { Database } from 'sql.js';
import { numberOf, quoted, rowsOf } from '../sqlite/read';
import { refusalOf } from '../sqlite/sqlite';
import type { StoredValue } from '../values';
import type { Column, ForeignKey, Index, Schema, Table, TableKind, Trigger } from './schema';

/**
 * Reads what a database consists of, and counts the rows of its tables. SQLite's own tables are left out.
 * @throws SQLite's error when the bytes are no database, or a damaged one
 */
export function readSchema(database: Database): Schema {
  const made = rowsOf(
    database,
    `SELECT name, sql FROM sqlite_schema
      WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid`,
  );
  const listed = new Map(
    rowsOf(database, "SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main'").map(
      ([name, ...rest]) => [text(name), rest] as const,
    ),
  );
  const tables = made.map(([name, sql]) => {
    const [type, withoutRowid, strict] = listed.get(text(name)) ?? [];
    return readTable(database, {
      name: text(name),
      kind: kindOf(text(type)),
      withoutRowid: withoutRowid === 1n,
      strict: strict === 1n,
      sql: text(sql),
    });
  });
  const keys = new Map(tables.map(({ name, columns }) => [name.toLowerCase(), keyOf(columns)]));
  return { tables: tables.map((table) => ({ ...table, foreignKeys: withKeys(table.foreignKeys, keys) })) };
}

type Heading = Pick<Table, 'name' | 'kind' | 'withoutRowid' | 'strict' | 'sql'>;

function readTable(database: Database, heading: Heading): Table {
  const { name, kind } = heading;
  const triggers = readTriggers(database, name);
  try {
    return {
      ...heading,
      columns: readColumns(database, name),
      foreignKeys: readForeignKeys(database, name),
      indexes: readIndexes(database, name),
      rows: kind === 'view' ? null : numberOf(database, `SELECT count(*) FROM ${quoted(name)}`),
      triggers,
      problem: null,
    };
  } catch (error) {
    const problem = refusalOf(error);
    return { ...heading, columns: [], foreignKeys: [], indexes: [], rows: null, triggers, problem };
  }
}

function readColumns(database: Database, table: string): Column[] {
  const sql = 'SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo(?)';
  return rowsOf(database, sql, [table]).map(([name, type, notNull, byDefault, key, hidden]) => ({
    name: text(name),
    type: text(type),
    notNull: notNull === 1n,
    defaultSql: typeof byDefault === 'string' ? byDefault : null,
    primaryKey: Number(key),
    kind: COLUMN_KINDS[Number(hidden)] ?? 'plain',
  }));
}

/** By the number that SQLite gives in `hidden`. */
const COLUMN_KINDS: readonly Column['kind'][] = ['plain', 'hidden', 'generated-virtual', 'generated-stored'];

/** `toColumns` is left empty where the declaration names none. */
function readForeignKeys(database: Database, table: string): ForeignKey[] {
  const sql =
    'SELECT id, "table", "from", "to", on_update, on_delete FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq';
  const keys = new Map<StoredValue, ForeignKey>();
  for (const [id, target, from, to, onUpdate, onDelete] of rowsOf(database, sql, [table])) {
    const known = keys.get(id ?? null);
    keys.set(id ?? null, {
      table: text(target),
      onUpdate: text(onUpdate),
      onDelete: text(onDelete),
      columns: [...(known?.columns ?? []), text(from)],
      toColumns: [...(known?.toColumns ?? []), ...(typeof to === 'string' ? [to] : [])],
    });
  }
  return [...keys.values()];
}

function withKeys(
  foreignKeys: readonly ForeignKey[],
  keys: ReadonlyMap<string, readonly string[]>,
): ForeignKey[] {
  return foreignKeys.map((key) =>
    key.toColumns.length > 0 ? key : { ...key, toColumns: keys.get(key.table.toLowerCase()) ?? [] },
  );
}

function readIndexes(database: Database, table: string): Index[] {
  const sql = `SELECT i.name, i."unique", i.origin, i.partial, s.sql FROM pragma_index_list(?) AS i
    LEFT JOIN sqlite_schema AS s ON s.type = 'index' AND s.name = i.name ORDER BY i.seq DESC`;
  return rowsOf(database, sql, [table]).map(([name, unique, origin, partial, made]) => ({
    name: text(name),
    unique: unique === 1n,
    origin: origin === 'c' ? 'statement' : origin === 'u' ? 'unique' : 'primary-key',
    partial: partial === 1n,
    columns: readIndexColumns(database, text(name)),
    sql: typeof made === 'string' ? made : null,
  }));
}

function readIndexColumns(database: Database, index: string): Index['columns'] {
  const sql = 'SELECT name, "desc", coll FROM pragma_index_xinfo(?) WHERE key = 1 ORDER BY seqno';
  return rowsOf(database, sql, [index]).map(([name, descending, collation]) => ({
    name: typeof name === 'string' ? name : null,
    descending: descending === 1n,
    collation: text(collation),
  }));
}

function readTriggers(database: Database, table: string): Trigger[] {
  const sql =
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? COLLATE NOCASE ORDER BY rowid";
  return rowsOf(database, sql, [table]).map(([name, made]) => ({ name: text(name), sql: text(made) }));
}

/** The columns of the primary key, in the key's order. */
export function keyOf(columns: readonly Column[]): string[] {
  return columns
    .filter(({ primaryKey }) => primaryKey > 0)
    .sort((a, b) => a.primaryKey - b.primaryKey)
    .map(({ name }) => name);
}

function kindOf(type: string): TableKind {
  return type === 'view' || type === 'virtual' || type === 'shadow' ? type : 'table';
}

function text(value: StoredValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
