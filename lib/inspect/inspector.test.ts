import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Inspector, inspectorFrom } from './inspector';
import { InspectorError } from './inspector-error';
import { threadParts } from './node/thread-host';

const ENDLESS = 'WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';
const SCRIPT = `CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT); INSERT INTO book VALUES (1, 'One'), (2, NULL);
  CREATE VIEW endless AS ${ENDLESS}; CREATE VIEW broken AS SELECT * FROM gone;`;
const FIRST = { offset: 0, limit: 10, sort: null };

let inspector: Inspector;
let image: Uint8Array;
beforeAll(async () => {
  const parts = await threadParts();
  inspector = inspectorFrom(async () => parts, { queryMs: 800, readMs: 10_000, wholeMs: 30_000 });
  image = await inspector.imageFromSql(SCRIPT);
});
afterAll(() => inspector.close());

describe('an open image', () => {
  it('shows its tables and their rows', async () => {
    const opened = await inspector.openImage(image);
    expect(opened.schema.tables.map(({ name, kind, rows }) => [name, kind, rows])).toEqual([
      ['book', 'table', 2],
      ['endless', 'view', null],
      ['broken', 'view', null],
    ]);
    expect(await opened.rows('book', FIRST)).toEqual({
      columns: ['id', 'title'],
      rows: [
        [1n, 'One'],
        [2n, null],
      ],
      more: false,
    });
    await opened.close();
    await expect(opened.rows('book', FIRST)).rejects.toThrow('This database is not open.');
  });

  it('says what it cannot read', async () => {
    const opened = await inspector.openImage(image);
    await expect(opened.rows('nope', FIRST)).rejects.toThrow('There is no table nope in this database.');
    await expect(opened.csv('broken')).rejects.toThrow(InspectorError);
    await expect(inspector.openImage(new Uint8Array([1, 2, 3]))).rejects.toThrow(
      'SQLite cannot read this: file is not a database.',
    );
  });

  it('outlives a statement that had to be stopped, and keeps what it was', async () => {
    const opened = await inspector.openImage(image);
    expect(await opened.query(`DELETE FROM book; ${ENDLESS}`)).toEqual({
      statements: [],
      refused: {
        message: 'This took longer than 0.8 s and was stopped. Nothing was changed.',
        position: null,
      },
    });
    expect(await opened.query('SELECT count(*) FROM book')).toMatchObject({ statements: [{ rows: [[2n]] }] });
    expect(await opened.query('DELETE FROM book')).toMatchObject({
      statements: [{ kind: 'changed', rows: 2 }],
    });
    expect((await opened.rows('book', FIRST)).rows).toHaveLength(2);
  });

  it('refuses what would need too much memory, and goes on', async () => {
    const opened = await inspector.openImage(image);
    const { refused } = await opened.query('SELECT zeroblob(700000000)');
    expect(refused?.message).toBe('SQLite refuses this: out of memory.');
    expect(await opened.query('SELECT 1')).toMatchObject({ refused: null });
  });

  it('explains statements, with and without an index', async () => {
    const opened = await inspector.openImage(image);
    const sql = 'SELECT id FROM book WHERE title = ?';
    expect(await opened.explain(sql, ['x'])).toMatchObject({
      steps: [{ words: 'SCAN book, whole table, 2 rows' }],
    });
    expect(await opened.explainWith('CREATE INDEX i ON book (title)', sql)).toMatchObject({
      after: { steps: [{ words: 'SEARCH book by covering index i (title=?)' }] },
      changed: true,
    });
  });

  it('writes itself as SQL and CSV', async () => {
    const opened = await inspector.openImage(image);
    expect(await opened.csv('book')).toBe('id,title\r\n1,One\r\n2,\r\n');
    const again = await inspector.imageFromSql(await opened.dump());
    expect(await inspector.changesBetween(image, again)).toEqual({ tables: [], schema: [], notCompared: [] });
    expect(opened.bytes).toBe(image);
  });
});

describe('the inspector', () => {
  it('takes the tables out of an image', async () => {
    expect(await inspector.tablesOf(image)).toMatchObject([
      {
        name: 'book',
        primaryKey: ['id'],
        rows: [
          [1n, 'One'],
          [2n, null],
        ],
      },
    ]);
    await expect(inspector.tablesOf(new Uint8Array([1]))).rejects.toThrow(InspectorError);
  });

  it('compares the databases of both sides, an empty one among them', async () => {
    const other = await inspector.imageFromSql(
      'CREATE TABLE book (id INTEGER PRIMARY KEY, title); INSERT INTO book VALUES (1, 1), (3, NULL)',
    );
    expect(await inspector.compareImages(image, other)).toMatchObject([
      {
        table: 'book',
        verdict: {
          kind: 'different',
          onlyRows: { django: [[2n, null]], sqlalchemy: [[3n, null]] },
          changed: [{ key: [1n], cells: [{ column: 'title', django: 'One', sqlalchemy: 1n }] }],
        },
      },
    ]);
    expect(await inspector.compareImages(new Uint8Array(), other)).toEqual([
      {
        table: 'book',
        rows: { django: null, sqlalchemy: 2 },
        verdict: { kind: 'only-in', orm: 'sqlalchemy', rows: 2 },
      },
    ]);
    expect(await inspector.compareImages(new Uint8Array(), new Uint8Array())).toEqual([]);
  });

  it('opens files, and refuses them with a sentence', async () => {
    const csv = new File(['id,title\n1,One\n'], 'books.csv');
    const imported = await inspector.importFile(csv);
    if (imported.kind !== 'image') throw new Error(imported.message);
    const opened = await inspector.openImage(imported.image);
    expect(opened.schema.tables).toMatchObject([{ name: 'books', rows: 1 }]);
    expect(await inspector.importFile(new File(['%PDF-1.7'], 'a.csv'))).toEqual({
      kind: 'refused',
      message: 'This is a PDF. Nothing was changed.',
    });
    const large = new File([new Uint8Array(33 * 1024 * 1024)], 'large.db');
    expect(await inspector.importFile(large)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('33 MB'),
    });
  });

  it('compares images, and gives as many rows as are wanted', async () => {
    const after = await inspector.imageFromSql(SCRIPT.replace("'One'", "'Uno'").replace('NULL', "''"));
    const found = await inspector.changesBetween(image, after, 1);
    expect(found.tables).toMatchObject([
      { table: 'book', changed: { count: 2, rows: [{ differing: [1] }] } },
    ]);
    await expect(inspector.changesBetween(image, new Uint8Array(700))).rejects.toThrow(InspectorError);
  });
});
