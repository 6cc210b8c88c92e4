import { beforeAll, describe, expect, it } from 'vitest';
import type { Orm } from '../../orm/orm';
import type { Statement } from '../../trace/schema';
import { statementWith } from '../../trace/testing-statement';
import { imageFromSql } from '../sqlite/image-from-sql';
import { type Sqlite, startSqlite } from '../sqlite/sqlite';
import { reportChanges, type SideChanges } from './change-report';
import { changesBetween } from './changes-between';
import { writesOf } from './writes';

const SCHEMA = 'CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT, price NUMERIC, stock INTEGER);';
const BEFORE = `${SCHEMA} INSERT INTO book VALUES (3, 'Emma', 8.5, 4), (4, 'Ulysses', 9, 1), (5, 'Dune', 7, 2);`;
const at = (line: number): Statement['stack'] => [
  {
    function: '<module>',
    span: { file: 'script.py', startLine: line, startColumn: 0, endLine: line, endColumn: 9 },
  },
];
const update = (
  line: number,
  sql: string,
  params: Statement['params'],
  more: Partial<Statement> = {},
): Statement =>
  statementWith({ id: line, kind: 'update', sql, params, rowCount: 1, stack: at(line), ...more });
const save = (line: number, title: string, more: Partial<Statement> = {}): Statement =>
  update(
    line,
    'UPDATE "book" SET "title" = ?, "price" = ?, "stock" = ? WHERE "book"."id" = ?',
    [title, '8.5', 4, 3],
    more,
  );

let sqlite: Sqlite;
beforeAll(async () => {
  sqlite = await startSqlite();
});

function side(orm: Orm, after: string, statements: readonly Statement[] = []): SideChanges {
  const [one, other] = [BEFORE, after].map((sql) => imageFromSql(sqlite, sql));
  if (one === undefined || other === undefined) throw new Error('there are two images');
  return {
    orm,
    changes: changesBetween(sqlite, one, other, 100),
    writes: writesOf({ statements: [...statements] }),
  };
}

describe('writesOf', () => {
  const keys = (...statements: Statement[]) =>
    writesOf({ statements }).map(({ table, columns, key }) => [table, columns, Object.fromEntries(key)]);

  it('reads the row that a statement names, whatever way it is written in', () => {
    expect(
      keys(
        save(9, 'Emma, annotated'),
        update(10, 'UPDATE book SET title=:title, price=(price + :up) WHERE (book.id = :id)', {
          title: 'x',
          up: 1,
          id: 4,
        }),
        update(11, 'UPDATE pair SET n = 5 WHERE a = 1 AND b = ?', ['it’s']),
        statementWith({ id: 12, kind: 'delete', sql: 'DELETE FROM book WHERE id = ?', params: [7] }),
      ),
    ).toEqual([
      ['book', ['title', 'price', 'stock'], { id: '3' }],
      ['book', ['title', 'price'], { id: '4' }],
      ['pair', ['n'], { a: '1', b: 'it’s' }],
      ['book', [], { id: '7' }],
    ]);
  });

  it('reads a row from each set of one that was sent for many', () => {
    const sets = [
      ['a', 1],
      ['b', 2],
    ];
    expect(keys(update(9, 'UPDATE book SET title = ? WHERE book.id = ?', sets, { many: 2 }))).toEqual([
      ['book', ['title'], { id: '1' }],
      ['book', ['title'], { id: '2' }],
    ]);
  });

  it('leaves out what was refused, undone, found nothing, or names no row', () => {
    const refused = { error: { type: 'IntegrityError', message: 'no' } };
    expect(
      keys(
        save(1, 'x', refused),
        save(2, 'x', { rowCount: 0 }),
        update(3, 'UPDATE book SET stock = stock + 1 WHERE stock < ?', [5]),
        update(4, 'UPDATE book SET stock = 1 WHERE id = 3 OR id = ?', [5]),
        update(5, 'UPDATE book SET stock = 1', null),
        statementWith({ id: 6, kind: 'begin', sql: 'BEGIN' }),
        save(7, 'x'),
        statementWith({ id: 8, kind: 'rollback', sql: 'ROLLBACK' }),
      ),
    ).toEqual([]);
  });
});

describe('reportChanges', () => {
  it('tells what changed from what was only set again, and from where', () => {
    const after = `${BEFORE} UPDATE book SET title = 'Emma, annotated' WHERE id = 3;`;
    const [book] = reportChanges([
      side('django', after, [save(9, 'Emma, annotated')]),
      side('sqlalchemy', after, [
        update(8, 'UPDATE book SET title=? WHERE book.id = ?', ['Emma, annotated', 3]),
      ]),
    ]);
    const [line9, line8] = [9, 8].map((line) => ({ file: 'script.py', line }));
    expect(book).toMatchObject({
      table: 'book',
      isSame: true,
      counts: { django: { changed: 1, inserted: 0, deleted: 0 }, sqlalchemy: { changed: 1 } },
    });
    expect(book?.changed).toEqual([
      {
        name: 'id 3',
        cells: [
          {
            column: 'title',
            before: 'Emma',
            after: { django: 'Emma, annotated', sqlalchemy: 'Emma, annotated' },
            by: { django: [line9], sqlalchemy: [line8] },
            isSame: true,
          },
        ],
        setAgain: [{ columns: ['price', 'stock'], by: { django: [line9] } }],
      },
    ]);
  });

  it('names a row that was set to what it held, and no other', () => {
    const [book] = reportChanges([side('django', BEFORE, [save(9, 'Emma')])]);
    expect(book).toMatchObject({
      isSame: null,
      changed: [{ name: 'id 3', cells: [], setAgain: [{ columns: ['title', 'price', 'stock'] }] }],
    });
    expect(reportChanges([side('django', BEFORE)])).toEqual([]);
  });

  it('says where sides differ: values, and rows that came or went in one alone', () => {
    const one = `${BEFORE} UPDATE book SET price = 9.0 WHERE id = 3; DELETE FROM book WHERE id = 5; INSERT INTO book VALUES (6, 'A', 1, 1);`;
    const other = `${BEFORE} UPDATE book SET price = 9.25 WHERE id = 3; INSERT INTO book VALUES (6, 'A', 1.0, 1), (7, 'B', 1, 1);`;
    const [book] = reportChanges([side('django', one), side('sqlalchemy', other)]);
    expect(book?.isSame).toBe(false);
    expect(book?.changed[0]?.cells).toMatchObject([{ column: 'price', before: 8.5, isSame: false }]);
    expect(book?.inserted.map((row) => [row.values[0], row.in])).toEqual([
      [6n, ['django', 'sqlalchemy']],
      [7n, ['sqlalchemy']],
    ]);
    expect(book?.deleted.map((row) => [row.values[0], row.in])).toEqual([[5n, ['django']]]);
  });

  it('shows what a side left as it was beside what the other changed', () => {
    const [book] = reportChanges([
      side('django', `${BEFORE} UPDATE book SET stock = 9 WHERE id = 4;`),
      side('sqlalchemy', BEFORE),
    ]);
    expect(book?.changed[0]?.cells).toMatchObject([
      { column: 'stock', before: 1n, after: { django: 9n, sqlalchemy: 1n }, isSame: false },
    ]);
  });
});
