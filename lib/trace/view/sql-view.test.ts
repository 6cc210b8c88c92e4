import { describe, expect, it } from 'vitest';
import { traceOf } from '../findings/testing-trace';
import type { Statement, Value } from '../schema';
import { slotValue, sqlViewOf } from './sql-view';

function sent(
  sql: string,
  sets: readonly Value[][],
  more: Partial<Statement> = {},
): [Statement, ...Statement[]] {
  const { statements } = traceOf(
    {},
    sets.map((params) => ({ at: [], sql, more: { params, ...more } })),
  );
  const [first, ...others] = statements;
  if (first === undefined) throw new Error('Nothing was sent.');
  return [first, ...others];
}

function slots(statements: [Statement, ...Statement[]]): string[] {
  return sqlViewOf(statements).params.map(
    ({ name, slot }) =>
      `${name}: ${slot.values.map(({ text }) => text).join(' ')}${slot.hidden > 0 ? ` +${slot.hidden}` : ''}`,
  );
}

describe('parameters in their places', () => {
  it('stand once when all statements had the same, side by side when they differed', () => {
    const sets = [3, 1, 11, 3, 7, 9].map((id): Value[] => ['x', id]);
    expect(slots(sent('SELECT * FROM a WHERE b = ? AND c = ?', sets))).toEqual(["1: 'x'", '2: 3 1 11 9 +2']);
    expect(slots(sent('SELECT * FROM a WHERE b = ? AND c = ?', sets.slice(0, 4)))).toEqual([
      "1: 'x'",
      '2: 3 1 11 3',
    ]);
  });

  it('are counted where their list is too long to be shown', () => {
    const values = Array.from({ length: 2_000 }, (_, at) => at);
    const long = sent(`SELECT * FROM a WHERE b IN (${values.map(() => '?').join(', ')})`, [values]);
    expect(slots(long)).toEqual(['1: 0', '2: 1', '3: 2']);
    expect(sqlViewOf(long).moreParams).toBe(1_997);
    expect(sqlViewOf(sent('SELECT ?', [[1]])).moreParams).toBe(0);
  });

  it('are called by their names, or by their places', () => {
    const named = sent('SELECT :a, :b, :a', [[]]);
    const [first] = named;
    expect(slots([{ ...first, params: { a: 1, b: null } }])).toEqual([':a: 1', ':b: NULL']);
    expect(slots(sent('SELECT ?2, ?1', [['x', 'y']]))).toEqual(["?1: 'x'", "?2: 'y'"]);
  });

  it('are cut when they are long, and say when they were cut in the trace', () => {
    expect(slotValue({ value: 'x'.repeat(500), type: undefined })).toEqual({
      text: `'${'x'.repeat(79)}…`,
      cut: true,
    });
    expect(slotValue({ value: { type: 'str', value: 'abc', length: 900 }, type: undefined })).toEqual({
      text: "'abc' …",
      cut: true,
    });
  });

  it('of many sets show the first, and how many more there were', () => {
    const [first] = sent('INSERT INTO a VALUES (?)', [[]]);
    const view = sqlViewOf([{ ...first, params: [[1], [2]], many: 500 }]);
    expect(view.moreSets).toBe(499);
    expect(view.params.map(({ slot }) => slot.values.map(({ text }) => text))).toEqual([['1']]);
  });
});

describe('a text that is too long', () => {
  it('is not laid out: its head is shown, and how long it is', () => {
    const sql = `SELECT ${'x'.repeat(30_000)}`;
    expect(sqlViewOf(sent(sql, [[]]))).toMatchObject({
      lines: null,
      head: sql.slice(0, 1_000),
      length: sql.length,
    });
    expect(sqlViewOf(sent('SELECT', [[]], { sqlLength: 5_000_000 }))).toMatchObject({
      lines: null,
      length: 5_000_000,
    });
  });

  it('takes no time', () => {
    const start = performance.now();
    sqlViewOf(sent(`SELECT '${"''".repeat(2_500_000)}'`, [[]]));
    expect(performance.now() - start).toBeLessThan(100);
  });
});
