import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordingSchema } from '../../scenarios/types';
import { alignStatements } from './align-statements';
import type { Alignment } from './alignment';

const SCENARIOS = new URL('../../scenarios/', import.meta.url);

/** Every difference as `clause state: left | right`. */
function differences(left: string, right: string): string[] {
  const alignment = alignStatements(left, right);
  if (alignment.kind === 'text') return alignment.same ? [] : ['text'];
  const found = alignment.clauses.flatMap(({ name, parts }) =>
    parts
      .filter(({ state }) => state !== 'same')
      .map((part) => `${name} ${part.state}: ${part.left?.text ?? '-'} | ${part.right?.text ?? '-'}`),
  );
  expect(alignment.differences).toBe(found.length);
  expect(alignment.clauses.some(({ differs }) => differs)).toBe(found.length > 0);
  return found;
}

/** Every statement of the recordings that reads or writes rows, once. */
function recordedStatements(): string[] {
  const found = new Set<string>();
  for (const entry of readdirSync(SCENARIOS, { withFileTypes: true })) {
    const file = new URL(`${entry.name}/recorded.json`, SCENARIOS);
    if (!entry.isDirectory() || entry.name === 'datasets') continue;
    const { trace } = RecordingSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    for (const outcome of [trace.django, trace.sqlalchemy])
      for (const { kind, sql } of outcome.trace.statements)
        if (['select', 'insert', 'update', 'delete'].includes(kind)) found.add(sql);
  }
  return [...found];
}

/** What a generated query says; written in the manner of either ORM. */
interface Query {
  readonly columns: readonly string[];
  readonly isOuter: boolean;
  readonly conditions: readonly { readonly column: string; readonly operator: string }[];
  readonly order: readonly { readonly column: string; readonly isDescending: boolean }[];
}

const column = fc.constantFrom('id', 'title', 'price', 'order', 'from');
const query: fc.Arbitrary<Query> = fc.record({
  columns: fc.uniqueArray(column, { minLength: 1 }),
  isOuter: fc.boolean(),
  conditions: fc.array(fc.record({ column, operator: fc.constantFrom('=', '<', '!=', 'LIKE') })),
  order: fc.array(fc.record({ column, isDescending: fc.boolean() })),
});

function asDjango({ columns, isOuter, conditions, order }: Query): string {
  const list = columns.map((name) => `"book"."${name}" AS "${name}"`).join(', ');
  const join = `${isOuter ? 'LEFT OUTER' : 'INNER'} JOIN "author" "T3" ON ("book"."author_id" = "T3"."id")`;
  const where = conditions.map((each) => `"book"."${each.column}" ${each.operator} ?`).join(' AND ');
  const by = order.map((each) => `"book"."${each.column}" ${each.isDescending ? 'DESC' : 'ASC'}`).join(', ');
  const clauses = [where === '' ? '' : ` WHERE (${where})`, by === '' ? '' : ` ORDER BY ${by}`];
  return `SELECT ${list} FROM "book" ${join}${clauses.join('')}`;
}

function asSqlAlchemy({ columns, isOuter, conditions, order }: Query): string {
  const name = (text: string): string => (text === 'order' || text === 'from' ? `"${text}"` : text);
  const list = columns.map((each) => `book.${name(each)}`).join(', ');
  const join = `${isOuter ? 'LEFT OUTER ' : ''}JOIN author AS author_1 ON author_1.id = book.author_id`;
  const where = conditions
    .map((each) =>
      each.operator === '='
        ? `? = book.${name(each.column)}`
        : `book.${name(each.column)} ${each.operator} ?`,
    )
    .join(' AND ');
  const by = order.map((each) => `book.${name(each.column)}${each.isDescending ? ' DESC' : ''}`).join(', ');
  const clauses = [where === '' ? '' : ` \nWHERE ${where}`, by === '' ? '' : ` ORDER BY ${by}`];
  return `SELECT ${list} \nFROM book ${join}${clauses.join('')}`;
}

describe('alignStatements', () => {
  it('finds no difference between a recorded statement and itself, and reads each into clauses', () => {
    const statements = recordedStatements();
    expect(statements.length).toBeGreaterThan(50);
    for (const sql of statements) {
      const alignment = alignStatements(sql, sql);
      expect([sql, alignment.kind, differences(sql, sql)]).toEqual([sql, 'clauses', []]);
    }
  });

  it('finds no difference when the quotes of a recorded statement are taken away or others are put', () => {
    for (const sql of recordedStatements()) {
      expect([sql, differences(sql, sql.replaceAll(/"(\w+)"/g, '`$1`'))]).toEqual([sql, []]);
      expect([sql, differences(sql.replaceAll(/"(\w+)"/g, '$1'), sql)]).toEqual([sql, []]);
    }
  });

  it('finds no difference between one query in the manner of both ORMs', () => {
    fc.assert(
      fc.property(query, (each) => {
        expect(differences(asDjango(each), asSqlAlchemy(each))).toEqual([]);
      }),
    );
  });

  it('finds a difference between two queries whenever they say something else', () => {
    const said = ({ columns, isOuter, conditions, order }: Query): string => {
      const where = conditions.map((each) => `${each.column} ${each.operator}`).sort();
      return JSON.stringify([columns.toSorted(), isOuter, where, order]);
    };
    fc.assert(
      fc.property(query, query, (one, other) => {
        expect(differences(asDjango(one), asSqlAlchemy(other)).length === 0).toBe(said(one) === said(other));
      }),
    );
  });

  it('never fails, whatever the texts, and finds a text the same as itself', () => {
    const word = fc.constantFrom(
      ...[
        'SELECT',
        'INSERT',
        'INTO',
        'FROM',
        'JOIN',
        'LEFT',
        'ON',
        'WHERE',
        'AND',
        'BETWEEN',
        'OR',
        'SET',
        'UPDATE',
      ],
      ...[
        'GROUP',
        'ORDER',
        'BY',
        'LIMIT',
        'UNION',
        'WITH',
        'AS',
        'a',
        '"b"',
        '.',
        ',',
        '(',
        ')',
        '?',
        '=',
        '1',
        ';',
      ],
    );
    const sql = fc.oneof(
      fc.string(),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(sql, sql, (one, other) => {
        expect(differences(one, one)).toEqual([]);
        alignStatements(one, other);
      }),
    );
  });

  it.each<[string, string, string, string[]]>([
    [
      'the kind of a join',
      'SELECT "book"."id" FROM "book" INNER JOIN "author" ON ("book"."author_id" = "author"."id")',
      'SELECT book.id FROM book LEFT OUTER JOIN author AS author_1 ON author_1.id = book.author_id',
      [
        'join changed: INNER JOIN "author" ON ("book"."author_id" = "author"."id") | LEFT OUTER JOIN author AS author_1 ON author_1.id = book.author_id',
      ],
    ],
    [
      'a limit of one side only',
      'SELECT "author"."id" FROM "author" WHERE "author"."id" = ? LIMIT 21',
      'SELECT author.id FROM author WHERE author.id = ?',
      ['limit only-left: 21 | -'],
    ],
    [
      'columns that only one side sets',
      'UPDATE "book" SET "title" = ?, "stock" = ? WHERE "book"."id" = ?',
      'UPDATE book SET stock=? WHERE book.id = ?',
      ['set only-left: "title" = ? | -'],
    ],
    [
      'columns that stand for each other',
      'SELECT COUNT("book_genre"."book_id") AS "n" FROM "book_genre", "genre"',
      'SELECT count(genre.id) AS count_1 FROM book_genre, genre',
      ['select changed: COUNT("book_genre"."book_id") AS "n" | count(genre.id) AS count_1'],
    ],
    [
      'a condition with another operator',
      'SELECT "book"."id" FROM "book" WHERE ("book"."stock" < ? AND "book"."price" > ?)',
      'SELECT book.id FROM book WHERE book.price >= ? AND book.stock < ?',
      ['where changed: "book"."price" > ? | book.price >= ?'],
    ],
    [
      'how many rows are inserted',
      'INSERT INTO "genre" ("name") VALUES (?), (?) RETURNING "genre"."id"',
      'INSERT INTO genre (name) VALUES (?) RETURNING id',
      ['values only-left: (?) | -'],
    ],
    [
      'what to do on conflict',
      'INSERT OR IGNORE INTO "t" ("a") VALUES (?)',
      'INSERT INTO t (a) VALUES (?)',
      ['insert changed: OR IGNORE INTO "t" | t'],
    ],
    [
      'the order of sorting',
      'SELECT a FROM t ORDER BY b, c',
      'SELECT a FROM t ORDER BY c, b',
      ['order-by only-left: b | -', 'order-by only-right: - | b'],
    ],
    [
      'nothing in BETWEEN',
      'SELECT a FROM t WHERE (a BETWEEN ? AND ?)',
      'SELECT "t"."a" FROM "t" WHERE "t"."a" BETWEEN ? AND ?',
      [],
    ],
    [
      'nothing in numbers of columns',
      'SELECT "t"."a" AS "x" FROM "t" ORDER BY 1 ASC',
      'SELECT t.a FROM t ORDER BY t.a',
      [],
    ],
    [
      'a table that stands twice',
      'SELECT x.a FROM t AS x, t AS y WHERE x.a = y.b',
      'SELECT u.a FROM t u, t v WHERE v.a = u.b',
      ['where changed: x.a = y.b | v.a = u.b'],
    ],
    ['a text that is no statement', 'VACUUM', 'vacuum', ['text']],
  ])('finds %s', (_, left, right, expected) => {
    expect(differences(left, right)).toEqual(expected);
  });

  it('says which parameters stand in a part', () => {
    const alignment: Alignment = alignStatements(
      'UPDATE "book" SET "stock" = ?, "price" = ? WHERE ("book"."id" IN (?, ?) AND "book"."title" = ?)',
      'UPDATE book SET price=? WHERE book.title = ?',
    );
    if (alignment.kind === 'text') throw new Error('both are written as the ORMs write');
    const slots = alignment.clauses.flatMap(({ parts }) =>
      parts.map(({ left, right }) => [left?.slots ?? null, right?.slots ?? null]),
    );
    expect(slots).toEqual([
      [[], []],
      [[0], null],
      [[1], [0]],
      [[2, 3], null],
      [[4], [1]],
    ]);
  });
});
