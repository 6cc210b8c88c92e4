import type { Database } from 'sql.js';
import { rowidOf } from '../image/read-rows';
import { keyOf, readSchema } from '../image/read-schema';
import type { Schema, Table } from '../image/schema';
import { bytesOf, numberOf, quoted, rowOf, rowsOf, withStatement } from '../sqlite/read';
import { literalOf } from './literal';

/**
 * Writes a database as an SQL script that makes it again: tables with their rows, those that others refer to first;
 * then indexes, views and triggers, so that no trigger runs because of it. Text is UTF-8 in what it makes.
 *
 * @throws SQLite's error when a table cannot be read
 */
export function dumpSql(database: Database): string {
  const schema = readSchema(database);
  const lines = ['PRAGMA foreign_keys = OFF;', 'BEGIN;', ...numbersInHeader(database)];
  for (const table of inOrderOfReference(schema)) {
    lines.push(`${table.sql};`);
    pushRows(lines, database, table);
  }
  pushOwnTables(lines, database);
  const others = rowsOf(
    database,
    "SELECT sql FROM sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL ORDER BY type = 'trigger', type = 'view', rowid",
  );
  lines.push(...others.map(([sql]) => `${String(sql)};`), 'COMMIT;');
  return `${lines.join('\n')}\n`;
}

/** Numbers that a program may keep in the header of its database. */
function numbersInHeader(database: Database): string[] {
  return ['user_version', 'application_id']
    .map((name) => [name, numberOf(database, `PRAGMA ${name}`)] as const)
    .filter(([, value]) => value !== 0)
    .map(([name, value]) => `PRAGMA ${name} = ${value};`);
}

/** Tables behind those that they refer to, else as they were made; a circle is cut where it was entered. */
function inOrderOfReference({ tables }: Schema): Table[] {
  const own = tables.filter(({ kind }) => kind === 'table' || kind === 'virtual');
  const byName = new Map(own.map((table) => [table.name.toLowerCase(), table]));
  const ordered = new Set<Table>();
  const entered = new Set<Table>();
  const visit = (table: Table): void => {
    if (entered.has(table)) return;
    entered.add(table);
    for (const key of table.foreignKeys) {
      const target = byName.get(key.table.toLowerCase());
      if (target !== undefined) visit(target);
    }
    ordered.add(table);
  };
  own.forEach(visit);
  return [...ordered];
}

function pushRows(lines: string[], database: Database, table: Table): void {
  const plain = table.columns.filter(({ kind }) => kind === 'plain').map(({ name }) => quoted(name));
  const list = plain.length === table.columns.length ? '' : ` (${plain.join(', ')})`;
  const order = rowidOf(table) ?? keyOf(table.columns).map(quoted).join(', ');
  const sql = `SELECT ${plain.join(', ')} FROM ${quoted(table.name)} ORDER BY ${order}`;
  withStatement(database, sql, (statement) => {
    while (statement.step()) {
      const values = rowOf(statement).map((value, column) =>
        literalOf(value, () => bytesOf(statement, column)),
      );
      lines.push(`INSERT INTO ${quoted(table.name)}${list} VALUES (${values.join(', ')});`);
    }
  });
}

/** What SQLite itself keeps in tables: the last numbers of AUTOINCREMENT, and the statistics of ANALYZE. */
function pushOwnTables(lines: string[], database: Database): void {
  const present = new Set(rowsOf(database, 'SELECT name FROM sqlite_schema').map(([name]) => name));
  const rows = (table: string): string[] =>
    rowsOf(database, `SELECT * FROM ${table}`).map(
      (row) =>
        `INSERT INTO ${table} VALUES (${row.map((value) => literalOf(value, () => UNREACHED)).join(', ')});`,
    );
  if (present.has('sqlite_sequence')) lines.push('DELETE FROM sqlite_sequence;', ...rows('sqlite_sequence'));
  if (present.has('sqlite_stat1')) lines.push('ANALYZE sqlite_schema;', ...rows('sqlite_stat1'));
}

/** Names of tables and numbers are always well-formed. */
const UNREACHED = new Uint8Array();
