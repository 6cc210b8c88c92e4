import fc from 'fast-check';
import initSqlJs, { type Database } from 'sql.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Value } from '../schema';
import { literalOf } from './literal';
import { runnableSql } from './placeholders';

let database: Database;
beforeAll(async () => {
  const { Database } = await initSqlJs();
  database = new Database();
});

function run(sql: string, params: readonly (string | number | null | Uint8Array)[] = []): unknown[] {
  return database.exec(sql, [...params]).map(({ values }) => values);
}

const sent = (sql: string, params: readonly Value[] | Readonly<Record<string, Value>> | null) => ({
  sql,
  params: params as Value[] | Record<string, Value> | null,
  many: null,
});

/** A value as the trace has it, beside what it was for the driver. */
const bound: fc.Arbitrary<{ value: Value; driver: string | number | null | Uint8Array }> = fc.oneof(
  fc.constant({ value: null, driver: null }),
  fc.boolean().map((value) => ({ value, driver: Number(value) })),
  fc.integer().map((value) => ({ value, driver: value })),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((value) => !Number.isInteger(value))
    .map((value) => ({ value, driver: value })),
  fc.string({ unit: 'binary' }).map((value) => ({ value, driver: value })),
  fc
    .constantFrom("it's", "''", '--', '/*', '?', ':a', 'a\0b', "\0'")
    .map((value) => ({ value, driver: value })),
  fc.uint8Array({ maxLength: 12 }).map((bytes) => ({
    value: { type: 'bytes', value: btoa(String.fromCharCode(...bytes)) },
    driver: bytes,
  })),
);

describe('parameters put into SQL', () => {
  it('mean what they meant when they were bound', () => {
    const columns = (count: number): string =>
      Array.from({ length: count }, (_, index) => `? AS c${index}, typeof(?) AS t${index}`).join(', ');
    fc.assert(
      fc.property(fc.array(bound, { minLength: 1, maxLength: 6 }), (params) => {
        const twice = params.flatMap((param) => [param, param]);
        const sql = `SELECT ${columns(params.length)}`;
        const inlined = runnableSql(
          sent(
            sql,
            twice.map(({ value }) => value),
          ),
        );
        expect(inlined.complete).toBe(true);
        expect(run(inlined.sql)).toEqual(
          run(
            sql,
            twice.map(({ driver }) => driver),
          ),
        );
      }),
    );
  });

  it('do not grow together with what stands beside them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'SELECT 7-?',
          'SELECT 7 -? AS x',
          'SELECT?AS x',
          'SELECT 1 WHERE 1=?OR 1=2',
          "SELECT'a'||?||'b'",
          'SELECT 1 LIMIT?',
        ),
        fc.integer({ min: -9, max: 9 }),
        (sql, value) => {
          expect(run(runnableSql(sent(sql, [value])).sql)).toEqual(run(sql, [value]));
        },
      ),
    );
  });

  it('take the place that SQLite gives them', () => {
    const numbered = 'SELECT ?2, ?, ?1, :a, ?, :a';
    const inlined = runnableSql(sent(numbered, [1, 2, 3, 4, 5])).sql;
    expect(inlined).toBe('SELECT 2, 3, 1, 4, 5, 4');
    expect(run(inlined)).toEqual(run(numbered, [1, 2, 3, 4, 5]));
    const named = sent('SELECT :a, @b, $c, :a', { a: 1, b: 'x', c: null });
    expect(runnableSql(named).sql).toBe("SELECT 1, 'x', NULL, 1");
  });

  it('stay where a placeholder is none', () => {
    const sql = `SELECT '?', "?" -- ?\n, ? /* ? */`;
    expect(runnableSql(sent(sql, [5])).sql).toBe(`SELECT '?', "?" -- ?\n, 5 /* ? */`);
  });

  it('make one statement for each set that was recorded', () => {
    const many = {
      sql: 'INSERT INTO a VALUES (?, ?)',
      params: [[1, 'x'] as Value[], [2, 'y'] as Value[]],
      many: 500,
    };
    expect(runnableSql(many)).toEqual({
      sql: "INSERT INTO a VALUES (1, 'x');\nINSERT INTO a VALUES (2, 'y')",
      complete: false,
    });
    expect(runnableSql({ ...many, many: 2 }).complete).toBe(true);
  });

  it('say where one was cut', () => {
    const cut = runnableSql(sent('SELECT ?', [{ type: 'str', value: 'abc', length: 5_000 }]));
    expect(cut).toEqual({ sql: 'SELECT ? /* not recorded whole */', complete: false });
    expect(runnableSql({ ...sent('SELECT', null), sqlLength: 5_000_000 })).toEqual({
      sql: 'SELECT',
      complete: false,
    });
  });
});

describe('a literal', () => {
  it.each([
    [5, 'float', '5.0'],
    [5, 'int', '5'],
    [5, undefined, '5'],
    [-0, 'float', '-0.0'],
    [true, undefined, '1'],
    [{ type: 'decimal', value: '12.50' }, undefined, "'12.50'"],
    [{ type: 'date', value: '2026-01-15' }, undefined, "'2026-01-15'"],
    [{ type: 'datetime', value: '2026-01-15T10:00:00' }, undefined, "'2026-01-15 10:00:00'"],
    [{ type: 'int', value: '9223372036854775807' }, undefined, '9223372036854775807'],
    [{ type: 'float', value: 'inf' }, undefined, '9e999'],
    [{ type: 'bytes', value: 'AP8=' }, undefined, "X'00FF'"],
  ] as const)('of %j (%s) is %s', (value, type, literal) => {
    expect(literalOf(value, type)).toBe(literal);
  });

  it('of a whole float is a float for SQLite too', () => {
    const literals = [
      literalOf(5, 'float'),
      literalOf(1e16, 'float'),
      literalOf({ type: 'float', value: 'inf' }),
    ];
    expect(run(`SELECT typeof(${literals[0]}), typeof(${literals[1]}), ${literals[2]}`)).toEqual([
      [['real', 'real', Number.POSITIVE_INFINITY]],
    ]);
  });
});
