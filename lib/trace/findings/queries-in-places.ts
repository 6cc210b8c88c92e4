import type { Statement } from '../schema';
import type { Evidence } from './evidence';
import type { Duplicate, Place, Similar } from './finding';
import { groupStatements, type SimilarGroup } from './group-statements';
import { askOnce, keepResult } from './repeated-queries';
import { placeOf } from './repeats';
import { DUPLICATES_IN_PLACES, SIMILAR_IN_PLACES } from './thresholds';

/**
 * Finds explicit queries of one text that several places of a cell sent, with the same or with other
 * parameters, and that no other finding speaks of. As in a loop, nothing is said where what they read may
 * have changed in between; nor of equal queries on different connections, since each session reads its own.
 */
export function findQueriesInPlaces(
  evidence: Evidence,
  claimed: ReadonlySet<number>,
): (Duplicate | Similar)[] {
  const byCell = new Map<number, Statement[]>();
  for (const statement of evidence.trace.statements) {
    const { id, cell, kind, reason, error } = statement;
    if (cell === null || kind !== 'select' || reason !== 'explicit' || error !== undefined || claimed.has(id))
      continue;
    const known = byCell.get(cell);
    if (known === undefined) byCell.set(cell, [statement]);
    else known.push(statement);
  }
  return [...byCell.values()].flatMap((statements) => {
    const byId = new Map(statements.map((statement) => [statement.id, statement]));
    return groupStatements(statements).flatMap((group) => findings(group, byId, evidence));
  });
}

function findings(
  group: SimilarGroup,
  byId: ReadonlyMap<number, Statement>,
  evidence: Evidence,
): (Duplicate | Similar)[] {
  const found: (Duplicate | Similar)[] = group.duplicates.flatMap(({ statements }) => {
    const sent = statements.flatMap((id) => byId.get(id) ?? []);
    const isOneConnection = new Set(sent.map(({ connection }) => connection)).size === 1;
    const place =
      sent.length < DUPLICATES_IN_PLACES || !isOneConnection ? null : placeOfAll(group.sql, sent, evidence);
    if (place === null) return [];
    const cause = `The same query with the same parameters was sent ${sent.length} times.`;
    const fix = keepResult(sent.length, 'Keep the result of the first one.');
    return [{ kind: 'duplicate', place, statements, cause, fix }];
  });
  const told = new Set(found.flatMap(({ statements }) => statements));
  const others = group.statements.filter((id) => !told.has(id)).flatMap((id) => byId.get(id) ?? []);
  const place = others.length < SIMILAR_IN_PLACES ? null : placeOfAll(group.sql, others, evidence);
  if (place !== null) {
    found.push({
      kind: 'similar',
      place,
      statements: others.map(({ id }) => id),
      cause: `The same query was sent ${others.length} times with other parameters.`,
      fix: askOnce(group.sql, others, evidence),
    });
  }
  return found;
}

/** Where the first of some statements stands, with the calls of all; null where nothing can be said of them. */
function placeOfAll(sql: string, statements: readonly Statement[], evidence: Evidence): Place | null {
  const [first] = statements;
  const last = statements.at(-1);
  if (first === undefined || last === undefined || evidence.mayHaveChanged(sql, first.id, last.id))
    return null;
  const place = placeOf(first, evidence.trace);
  if (place === null) return null;
  return { ...place, calls: [...new Set(statements.flatMap(({ call }) => call ?? []))] };
}
