import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupStatements } from './group-statements';
import { traceOf } from './testing-trace';

const FILES = { 'script.py': 'ask()' };

function statements(sent: readonly (readonly [string, number | string])[]) {
  return traceOf(
    FILES,
    sent.map(([sql, param]) => ({ at: ['ask()'], sql, more: { params: [param] } })),
  ).statements;
}

describe('groupStatements', () => {
  it('tells similar from duplicate as Django Debug Toolbar does', () => {
    const sent = statements([
      ['SELECT a', 1],
      ['SELECT b', 1],
      ['SELECT a', 2],
      ['SELECT a', 1],
      ['SELECT a', 1],
      ['SELECT c', 1],
    ]);
    expect(groupStatements(sent)).toEqual([
      { sql: 'SELECT a', statements: [0, 2, 3, 4], duplicates: [{ statements: [0, 3, 4] }], repeats: 2 },
    ]);
  });

  it('leaves out transaction control and setup', () => {
    const { statements: sent } = traceOf(FILES, [
      ...['BEGIN', 'BEGIN', 'COMMIT', 'COMMIT'].map((sql) => ({ at: ['ask()'], sql })),
      ...['SELECT a', 'SELECT a'].map((sql) => ({ at: ['ask()'], sql, more: { setup: true } })),
    ]);
    expect(groupStatements(sent)).toEqual([]);
  });

  it('takes values that were cut, other types, and rounds that were not kept, for different', () => {
    const cut = { type: 'str', value: 'aaa', length: 4_000 };
    const { statements: sent } = traceOf(FILES, [
      { at: ['ask()'], sql: 'SELECT a', more: { params: [cut] } },
      { at: ['ask()'], sql: 'SELECT a', more: { params: [cut] } },
      { at: ['ask()'], sql: 'SELECT a', more: { params: [2] } },
      { at: ['ask()'], sql: 'SELECT a', more: { params: [2], paramTypes: ['float'] } },
      { at: ['ask()'], sql: 'INSERT b', more: { params: [[1]], many: 101 } },
      { at: ['ask()'], sql: 'INSERT b', more: { params: [[1]], many: 101 } },
      { at: ['ask()'], sql: 'SELECT long', more: { sqlLength: 200_000 } },
      { at: ['ask()'], sql: 'SELECT long', more: { sqlLength: 200_000 } },
    ]);
    expect(groupStatements(sent)).toEqual([
      { sql: 'SELECT a', statements: [0, 1, 2, 3], duplicates: [], repeats: 0 },
      { sql: 'INSERT b', statements: [4, 5], duplicates: [], repeats: 0 },
    ]);
  });

  it('counts as many repeats as there are statements beyond the different ones', () => {
    const one = fc.tuple(
      fc.constantFrom('SELECT a', 'SELECT b'),
      fc.constantFrom<number | string>(1, 2, '1'),
    );
    fc.assert(
      fc.property(fc.array(one), (sent) => {
        const groups = groupStatements(statements(sent));
        const repeats = groups.reduce((sum, group) => sum + group.repeats, 0);
        expect(repeats).toBe(sent.length - new Set(sent.map((each) => JSON.stringify(each))).size);
        for (const { statements: ids, duplicates } of groups) {
          expect(ids.length).toBeGreaterThan(1);
          for (const { statements: same } of duplicates)
            expect(ids).toEqual(expect.arrayContaining([...same]));
        }
      }),
    );
  });
});
