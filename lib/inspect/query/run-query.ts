import type { Database, Statement } from 'sql.js';
import { verbOf } from '../../util/sql-tokens';
import { rowOf } from '../sqlite/read';
import { refusalOf, type Sqlite, withDatabase } from '../sqlite/sqlite';
import { type ShownValue, shown } from '../values';
import { errorPosition, positionAt } from './error-position';
import type { QueryResult, Refused, StatementResult } from './query-result';

/** More statements than this in one text are not run: nobody reads so many results. */
const MOST_STATEMENTS = 100;

/** SQLite would take it for the end of the text, and leave out the rest without a word. */
const NUL_REFUSED = 'The text contains a NUL character, so nothing of it was run.';

/**
 * Runs statements on a copy of a database, which is thrown away afterwards: what they change is there for
 * those that follow in the same text, and for nobody else.
 *
 * @param sql any number of statements
 * @param limitRows how many rows of each are kept
 * @returns what each gave; what SQLite refuses is a value
 */
export function runQuery(sqlite: Sqlite, image: Uint8Array, sql: string, limitRows: number): QueryResult {
  const nul = sql.indexOf('\0');
  if (nul !== -1)
    return { statements: [], refused: { message: NUL_REFUSED, position: positionAt(sql, nul) } };
  return withDatabase(sqlite, image, (database) => {
    const statements: StatementResult[] = [];
    const remaining = { start: 0 };
    try {
      const iterator = database.iterateStatements(sql);
      for (;;) {
        remaining.start = sql.length - iterator.getRemainingSQL().length;
        const { value: statement, done } = iterator.next();
        if (done) return { statements, refused: null };
        if (statements.length === MOST_STATEMENTS) return { statements, refused: tooMany() };
        statements.push(runStatement(database, statement, limitRows));
      }
    } catch (error) {
      return { statements, refused: refusedFor(database, sql, remaining.start, refusalOf(error)) };
    }
  });
}

function runStatement(database: Database, statement: Statement, limitRows: number): StatementResult {
  const sql = statement.getSQL().trim();
  const columns = statement.getColumnNames();
  const rows: ShownValue[][] = [];
  let more = false;
  while (!more && statement.step()) {
    if (rows.length === limitRows) more = true;
    else rows.push(rowOf(statement).map((value) => shown(value)));
  }
  if (columns.length > 0) return { kind: 'rows', sql, columns, rows, more };
  return CHANGES.has(verbOf(sql))
    ? { kind: 'changed', sql, rows: database.getRowsModified() }
    : { kind: 'done', sql };
}

/** WITH before a statement that gives no rows stands before one of the others. */
const CHANGES: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'REPLACE', 'WITH']);

function tooMany(): Refused {
  return { message: `Only the first ${MOST_STATEMENTS} statements were run.`, position: null };
}

function refusedFor(database: Database, sql: string, start: number, why: string): Refused {
  const ofDjango = /^(no such|unknown) function: (django_|regexp)/i.test(why)
    ? ' Django brings this function along, in Python, so it is there only during a run.'
    : '';
  return {
    message: `SQLite refuses this: ${why}.${ofDjango}`,
    position: errorPosition(database, sql, start, why),
  };
}
