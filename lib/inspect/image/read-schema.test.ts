import { beforeAll, describe, expect, it } from 'vitest';
import { imageFromSql } from '../sqlite/image-from-sql';
import { type Sqlite, startSqlite, withDatabase } from '../sqlite/sqlite';
import { readSchema } from './read-schema';
import type { Schema, Table } from './schema';

let sqlite: Sqlite;
let schema: Schema;
beforeAll(async () => {
  sqlite = await startSqlite();
  const image = imageFromSql(
    sqlite,
    `CREATE TABLE author (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(20) NOT NULL DEFAULT 'nobody' UNIQUE);
     CREATE TABLE "a ""book""" (
       id integer primary key, title TEXT, author_id INTEGER REFERENCES Author ON DELETE CASCADE, x, y,
       loud TEXT AS (upper(title)), stored TEXT GENERATED ALWAYS AS (title) STORED,
       FOREIGN KEY (x, y) REFERENCES pair (a, b) ON UPDATE SET NULL);
     CREATE TABLE pair (a TEXT, b INT, PRIMARY KEY (b, a)) STRICT, WITHOUT ROWID;
     CREATE VIEW titles AS SELECT title FROM "a ""book""";
     CREATE VIEW broken AS SELECT * FROM gone;
     CREATE VIRTUAL TABLE found USING fts4 (body);
     CREATE INDEX by_title ON "a ""book""" (title COLLATE NOCASE DESC, lower(title)) WHERE x IS NOT NULL;
     CREATE TRIGGER watch AFTER INSERT ON author BEGIN SELECT 1; END;
     INSERT INTO author (name) VALUES ('A'), ('B'); INSERT INTO found VALUES ('x');`,
  );
  schema = withDatabase(sqlite, image, readSchema);
});

function table(name: string): Table {
  const found = schema.tables.find((known) => known.name === name);
  if (found === undefined) throw new Error(`there is no table ${name}`);
  return found;
}

describe('readSchema', () => {
  it('lists tables and views in the order of their making, without those of SQLite itself', () => {
    expect(schema.tables.map(({ name, kind, rows }) => [name, kind, rows]).slice(0, 6)).toEqual([
      ['author', 'table', 2],
      ['a "book"', 'table', 0],
      ['pair', 'table', 0],
      ['titles', 'view', null],
      ['broken', 'view', null],
      ['found', 'virtual', 1],
    ]);
    expect(schema.tables.slice(6).map(({ kind }) => kind)).toEqual(Array(5).fill('shadow'));
  });

  it('reads columns: types, defaults, keys and generated ones', () => {
    const plain = { notNull: false, defaultSql: null, primaryKey: 0, kind: 'plain' };
    expect(table('author').columns).toEqual([
      { ...plain, name: 'id', type: 'INTEGER', primaryKey: 1 },
      { ...plain, name: 'name', type: 'VARCHAR(20)', notNull: true, defaultSql: "'nobody'" },
    ]);
    expect(
      table('a "book"')
        .columns.map(({ name, kind }) => [name, kind])
        .slice(3),
    ).toEqual([
      ['x', 'plain'],
      ['y', 'plain'],
      ['loud', 'generated-virtual'],
      ['stored', 'generated-stored'],
    ]);
    const pair = table('pair');
    expect([pair.withoutRowid, pair.strict]).toEqual([true, true]);
    expect(pair.columns.map(({ primaryKey }) => primaryKey)).toEqual([2, 1]);
  });

  it('reads foreign keys, and finds the key that one does not name', () => {
    expect(table('a "book"').foreignKeys).toEqual([
      {
        table: 'Author',
        columns: ['author_id'],
        toColumns: ['id'],
        onUpdate: 'NO ACTION',
        onDelete: 'CASCADE',
      },
      {
        table: 'pair',
        columns: ['x', 'y'],
        toColumns: ['a', 'b'],
        onUpdate: 'SET NULL',
        onDelete: 'NO ACTION',
      },
    ]);
  });

  it('reads indexes, those of constraints too, and triggers', () => {
    expect(table('a "book"').indexes).toEqual([
      {
        name: 'by_title',
        unique: false,
        origin: 'statement',
        partial: true,
        columns: [
          { name: 'title', descending: true, collation: 'NOCASE' },
          { name: null, descending: false, collation: 'BINARY' },
        ],
        sql: 'CREATE INDEX by_title ON "a ""book""" (title COLLATE NOCASE DESC, lower(title)) WHERE x IS NOT NULL',
      },
    ]);
    expect(table('author').indexes).toMatchObject([{ unique: true, origin: 'unique', sql: null }]);
    expect(table('pair').indexes).toMatchObject([
      { origin: 'primary-key', columns: [{ name: 'b' }, { name: 'a' }] },
    ]);
    expect(table('author').triggers).toEqual([
      { name: 'watch', sql: 'CREATE TRIGGER watch AFTER INSERT ON author BEGIN SELECT 1; END' },
    ]);
  });

  it('says why a view cannot be read, and reads the rest', () => {
    expect(table('broken').problem).toBe('no such table: main.gone');
    expect(table('titles').columns).toMatchObject([{ name: 'title', type: 'TEXT' }]);
  });

  it('refuses what is no database', () => {
    expect(() => withDatabase(sqlite, new Uint8Array([1, 2, 3]), readSchema)).toThrow(
      'file is not a database',
    );
  });
});
