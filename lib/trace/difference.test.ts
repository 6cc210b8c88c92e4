import { describe, expect, it } from 'vitest';
import { describeDifference, firstDifference } from './difference';
import type { Outcome, Statement, TraceDocument } from './schema';

function statement(changes: Partial<Statement> = {}): Statement {
  return {
    id: 0,
    kind: 'select',
    sql: 'SELECT 1',
    dialect: 'sqlite',
    params: [5],
    many: null,
    rowCount: 1,
    columns: ['1'],
    rows: [[1]],
    startUs: 10,
    durationUs: 4,
    call: 0,
    cell: 0,
    setup: false,
    reason: 'explicit',
    stack: [],
    connection: 0,
    ...changes,
  };
}

function outcome(changes: Partial<Statement> = {}, value = '[1]'): Outcome {
  return {
    kind: 'done',
    trace: {
      cells: [
        {
          title: 'Read',
          startLine: 1,
          endLine: 2,
          value,
          valueType: 'list',
          stdout: '',
          state: 'done',
          durationUs: 90,
        },
      ],
      calls: [
        {
          id: 0,
          cell: 0,
          span: { file: 'script.py', startLine: 2, startColumn: 0, endLine: 2, endColumn: 9 },
          statements: [0],
        },
      ],
      statements: [statement(changes)],
      timing: { totalUs: 100, ormUs: 60, sqliteUs: 4, harnessUs: 2 },
      notices: [],
    },
  };
}

function document(django: Outcome, sqlalchemy?: Outcome): TraceDocument {
  const versions = { python: '3', sqlite: '3', pyodide: '1', django: '6', sqlalchemy: '2', alembic: '1' };
  return {
    schema: 'orm-pilot/trace@1',
    versions,
    django,
    ...(sqlalchemy === undefined ? {} : { sqlalchemy }),
  };
}

/** Where a changed statement parts from the plain one. */
function pathOf(changes: Partial<Statement>): string | undefined {
  return firstDifference(document(outcome()), document(outcome(changes)))?.path;
}

describe('firstDifference', () => {
  it('does not look at times', () => {
    const slower = outcome({ startUs: 999, durationUs: 999 });
    const [cell] = slower.trace.cells;
    if (cell !== undefined) cell.durationUs = 999;
    slower.trace.timing = { totalUs: 9, ormUs: 9, sqliteUs: 9, harnessUs: 9 };
    expect(firstDifference(document(outcome()), document(slower))).toBeNull();
  });

  it("does not look at the thread's number in Django's savepoints, but at their order", () => {
    const [one, other, third] = ['"s139_x1"', '"s99_x1"', '"s139_x2"'].map((name) =>
      document(outcome({ kind: 'savepoint', sql: `SAVEPOINT ${name}` })),
    );
    if (one === undefined || other === undefined || third === undefined)
      throw new Error('three documents were made');
    expect(firstDifference(one, other)).toBeNull();
    expect(firstDifference(one, third)?.path).toBe('django.trace.statements[0].sql');
  });

  it.each<[string, Partial<Statement>]>([
    ['sql', { sql: 'SELECT 1 ' }],
    ['params[0]', { params: [6] }],
    ['params[1]', { params: [5, 6] }],
    ['params', { params: null }],
    ['rows[0][0]', { rows: [['1']] }],
    ['rowCount', { rowCount: 2 }],
    ['reason', { reason: 'lazy-load' }],
    ['call', { call: null }],
    ['paramTypes', { paramTypes: ['float'] }],
    ['error', { error: { type: 'sqlite3.OperationalError', message: 'no such table: book' } }],
  ])('finds another %s', (field, changes) => {
    expect(pathOf(changes)).toBe(`django.trace.statements[0].${field}`);
  });

  it('finds a statement more, another value and a missing side', () => {
    const more = outcome();
    more.trace.statements.push(statement({ id: 1 }));
    expect(firstDifference(document(outcome()), document(more))?.path).toBe('django.trace.statements[1]');
    expect(firstDifference(document(outcome()), document(outcome({}, '[2]')))?.path).toBe(
      'django.trace.cells[0].value',
    );
    expect(firstDifference(document(outcome(), outcome()), document(outcome()))?.path).toBe('sqlalchemy');
  });

  it('describes what it found', () => {
    const difference = firstDifference(document(outcome()), document(outcome({ sql: 'SELECT 2' })));
    expect(difference === null ? null : describeDifference(difference)).toBe(
      'django.trace.statements[0].sql is "SELECT 1" in the first and "SELECT 2" in the second',
    );
  });
});
