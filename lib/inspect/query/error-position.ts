import type { Database } from 'sql.js';
import { nameOf, type Token, tokensOf } from '../../util/sql-tokens';
import { refusalOf } from '../sqlite/sqlite';
import type { Position } from './query-result';

/**
 * Where SQLite stumbled. It knows, and sql.js does not pass it on, so it is found out anew: a syntax error
 * by compiling ever longer beginnings until the same error comes, a wrong name by looking for it.
 *
 * @param sql what was run
 * @param start where in it the refused statement begins
 * @param why SQLite's words
 * @returns null when the error is at no place of the text, or at one of several
 */
export function errorPosition(database: Database, sql: string, start: number, why: string): Position | null {
  const tokens = tokensOf(sql.slice(start));
  const near = /^near "([\s\S]*)": syntax error$/.exec(why)?.[1];
  if (near !== undefined) {
    const found = tokens.find(
      ({ text, end }) => text === near && refusal(database, sql.slice(start, start + end)) === why,
    );
    return found === undefined ? null : positionAt(sql, start + found.start);
  }
  if (why === 'incomplete input') return positionAt(sql, sql.trimEnd().length);
  const named =
    /^(?:no such (?:table|column|function|collation sequence|index|view|trigger)|ambiguous column name): ([\s\S]+)$/.exec(
      why,
    )?.[1];
  const place = named === undefined ? null : onlyPlaceOf(tokens, named);
  return place === null ? null : positionAt(sql, start + place);
}

function refusal(database: Database, sql: string): string | null {
  try {
    database.prepare(sql).free();
    return null;
  } catch (error) {
    return refusalOf(error);
  }
}

/** Where a name stands, when it stands in one place only; SQLite may say it with a schema or table before it. */
function onlyPlaceOf(tokens: readonly Token[], named: string): number | null {
  const last = named.split('.').at(-1)?.toLowerCase();
  const places = tokens.filter((token) => nameOf(token)?.toLowerCase() === last);
  return places.length === 1 ? (places[0]?.start ?? null) : null;
}

/** @param offset from 0 */
export function positionAt(sql: string, offset: number): Position {
  const before = sql.slice(0, offset).split('\n');
  return { offset, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
