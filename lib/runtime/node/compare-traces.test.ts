import { describe, expect, it } from 'vitest';
import type { Outcome, Statement } from '../../trace/schema';
import { firstDifference } from './compare-traces';

function statement(sql: string, params: Statement['params'] = null): Statement {
  return {
    id: 0,
    kind: 'select',
    sql,
    dialect: 'sqlite',
    params,
    many: null,
    rowCount: null,
    columns: null,
    rows: [],
    startUs: 0,
    durationUs: 0,
    call: null,
    cell: null,
    setup: false,
    reason: 'explicit',
    stack: [],
    connection: 0,
  };
}

function outcome(statements: Statement[], kind: Outcome['kind'] = 'done'): Outcome {
  const timing = { totalUs: 0, ormUs: 0, sqliteUs: 0, harnessUs: 0 };
  return { kind, trace: { cells: [], calls: [], statements, timing, notices: [] } };
}

describe('firstDifference', () => {
  it('finds none between runs that differ in time only', () => {
    const slow = { ...statement('SELECT 1'), durationUs: 9 };
    expect(firstDifference(outcome([statement('SELECT 1')]), outcome([slow]))).toBeNull();
  });

  it('tells another text, another order, other parameters and a missing statement', () => {
    const a = outcome([statement('SELECT ?', [1]), statement('SELECT 2')]);
    expect(firstDifference(a, outcome([statement('SELECT 2'), statement('SELECT ?', [1])]))).toMatch(
      /statement 0/,
    );
    expect(firstDifference(a, outcome([statement('SELECT ?', ['1']), statement('SELECT 2')]))).toMatch(
      /statement 0/,
    );
    expect(firstDifference(a, outcome([statement('SELECT ?', [1])]))).toMatch(/statement 1 differs.*none/);
  });

  it('tells a whole float from an int by the types beside it', () => {
    const float = { ...statement('SELECT ?', [1]), paramTypes: ['float'] };
    expect(firstDifference(outcome([statement('SELECT ?', [1])]), outcome([float]))).toMatch(/float/);
  });

  it('tells another ending', () => {
    expect(firstDifference(outcome([]), outcome([], 'python-error'))).toMatch(/python-error/);
  });
});
