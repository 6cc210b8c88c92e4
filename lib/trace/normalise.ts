import type { Outcome, Statement, Trace, TraceDocument } from './schema';

/** Django names a savepoint by the number of its thread, which differs from process to process. */
const DJANGO_SAVEPOINT = /"s\d+_x(\d+)"/g;

/** Gives an SQL text without what differs between two runs of the same program. */
export function sameSql(sql: string): string {
  return sql.replace(DJANGO_SAVEPOINT, '"s_x$1"');
}

/**
 * Gives a document without what differs between two runs of the same program on the same versions:
 * times, which become 0, and the thread's number in savepoints. Everything else stays.
 */
export function withoutTimes(document: TraceDocument): TraceDocument {
  return {
    ...document,
    ...(document.django === undefined ? {} : { django: timelessOutcome(document.django) }),
    ...(document.sqlalchemy === undefined ? {} : { sqlalchemy: timelessOutcome(document.sqlalchemy) }),
  };
}

function timelessOutcome(outcome: Outcome): Outcome {
  return { ...outcome, trace: timelessTrace(outcome.trace) };
}

function timelessTrace(trace: Trace): Trace {
  return {
    ...trace,
    cells: trace.cells.map((cell) => ({ ...cell, durationUs: 0 })),
    statements: trace.statements.map(timelessStatement),
    timing: { totalUs: 0, ormUs: 0, sqliteUs: 0, harnessUs: 0 },
  };
}

function timelessStatement(statement: Statement): Statement {
  return { ...statement, sql: sameSql(statement.sql), startUs: 0, durationUs: 0 };
}
