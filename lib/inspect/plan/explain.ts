import type { BindParams, Database, Statement } from 'sql.js';
import { tokensOf, verbOf } from '../../util/sql-tokens';
import { readSchema } from '../image/read-schema';
import { errorPosition } from '../query/error-position';
import { rowOf, withStatement } from '../sqlite/read';
import { refusalOf, type Sqlite, withDatabase } from '../sqlite/sqlite';
import type { StoredValue } from '../values';
import { classify } from './classify';
import { type PlanParams, toBind } from './params';
import type { Plan, PlanStep, PlanWithIndex } from './plan';
import { sourcesOf } from './sources';
import { standInFor } from './stand-ins';
import { wordsFor } from './words';

/** Compiling other statements can change the connection, and none of them is planned. */
const PLANNED: ReadonlySet<string> = new Set([
  'SELECT',
  'WITH',
  'VALUES',
  'INSERT',
  'UPDATE',
  'DELETE',
  'REPLACE',
]);

/**
 * Asks SQLite how it would carry out a statement. The statement is compiled and never run.
 *
 * @param image the database for which it is planned
 * @param sql one statement; what follows it is not looked at
 * @param params what its placeholders stand for, which can decide whether an index serves LIKE
 */
export function explain(sqlite: Sqlite, image: Uint8Array, sql: string, params: PlanParams | null): Plan {
  return withDatabase(sqlite, image, (database) => explainIn(database, sql, params));
}

/**
 * Explains a statement twice: as things are, and on a copy that has one index more.
 * @param indexSql one CREATE INDEX
 * @returns `refused` plans when SQLite refuses the index
 */
export function explainWith(
  sqlite: Sqlite,
  image: Uint8Array,
  indexSql: string,
  sql: string,
  params: PlanParams | null,
): PlanWithIndex {
  const before = explain(sqlite, image, sql, params);
  const after = withDatabase(sqlite, image, (database): Plan => {
    if (!isOneIndex(indexSql))
      return { kind: 'refused', message: 'Only one CREATE INDEX statement can be tried.', position: null };
    try {
      database.run(indexSql);
    } catch (error) {
      return refused(database, indexSql, refusalOf(error));
    }
    return explainIn(database, sql, params);
  });
  return { before, after, changed: linesOf(before).join('\n') !== linesOf(after).join('\n') };
}

function explainIn(database: Database, sql: string, params: PlanParams | null): Plan {
  const verb = verbOf(sql);
  if (!PLANNED.has(verb)) {
    const message = `Only statements that read or change rows have a plan${verb === '' ? '' : `, and ${verb} is none of them`}.`;
    return { kind: 'no-plan', message };
  }
  let lines: PlanLine[];
  try {
    lines = withStandIns(database, () => readLines(database, sql, params));
  } catch (error) {
    return refused(database, sql, refusalOf(error));
  }
  if (lines.length === 0)
    return { kind: 'no-plan', message: 'This statement looks up no rows, so there is nothing to plan.' };
  const schema = readSchema(database);
  const find = sourcesOf(sql, schema);
  const stepsUnder = (parent: bigint): PlanStep[] =>
    lines
      .filter((line) => line.parent === parent)
      .map(({ id, detail }) => {
        const what = classify(detail, schema, find);
        return { what, words: wordsFor(what, detail), detail, children: stepsUnder(id) };
      });
  return { kind: 'plan', steps: stepsUnder(0n) };
}

interface PlanLine {
  readonly id: bigint;
  readonly parent: bigint;
  readonly detail: string;
}

function readLines(database: Database, sql: string, params: PlanParams | null): PlanLine[] {
  return withStatement(database, `EXPLAIN QUERY PLAN ${sql}`, (statement) => {
    if (params !== null) bindWhatFits(statement, toBind(params));
    const lines: PlanLine[] = [];
    while (statement.step()) {
      const [id, parent, , detail] = rowOf(statement);
      lines.push({ id: whole(id), parent: whole(parent), detail: String(detail) });
    }
    return lines;
  });
}

/** A wrong number of values does not keep a statement from being planned. */
function bindWhatFits(statement: Statement, params: BindParams): void {
  try {
    statement.bind(params);
  } catch (error) {
    refusalOf(error);
  }
}

/** Functions that an ORM brings along in Python are not here; what they compute does not matter to a plan. */
function withStandIns<T>(database: Database, plan: () => T): T {
  const known = new Set<string>();
  for (;;) {
    try {
      return plan();
    } catch (error) {
      const missing = /^(?:no such|unknown) function: (.+?)(?:\(\))?$/s.exec(refusalOf(error))?.[1];
      if (missing === undefined || known.has(missing)) throw error;
      known.add(missing);
      standInFor(database, missing);
    }
  }
}

function isOneIndex(sql: string): boolean {
  const words = tokensOf(sql).map(({ text }) => text.toUpperCase());
  const end = words.indexOf(';');
  const isIndex = words[0] === 'CREATE' && words[words[1] === 'UNIQUE' ? 2 : 1] === 'INDEX';
  return isIndex && (end === -1 || end === words.length - 1);
}

function refused(database: Database, sql: string, why: string): Plan {
  return {
    kind: 'refused',
    message: `SQLite refuses this: ${why}.`,
    position: errorPosition(database, sql, 0, why),
  };
}

function linesOf(plan: Plan): string[] {
  if (plan.kind !== 'plan') return [plan.message];
  const under = (steps: readonly PlanStep[], depth: number): string[] =>
    steps.flatMap(({ detail, children }) => [`${' '.repeat(depth)}${detail}`, ...under(children, depth + 1)]);
  return under(plan.steps, 0);
}

function whole(value: StoredValue | undefined): bigint {
  return typeof value === 'bigint' ? value : 0n;
}
