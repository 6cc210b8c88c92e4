import type { Orm } from '../../orm/orm';
import type { Trace } from '../schema';
import { Evidence } from './evidence';
import type { Finding } from './finding';
import { findNPlusOne } from './n-plus-one';
import { findQueriesInPlaces } from './queries-in-places';
import { findRepeatedQueries } from './repeated-queries';
import { findRowByRowWrites } from './row-by-row-writes';
import { findUnusedEagerLoads } from './unused-eager-loads';

/**
 * Finds what of one side's run could be done better. A statement is spoken of once, by what explains it best:
 * N+1 and writes row by row first, then queries in a loop, then equal and alike ones from several places, and
 * eager loads that nothing reads last.
 * What a trace cannot prove is not said. The time it takes grows with the number of statements, no faster.
 *
 * `files`: the person's own, as they were run; they give names. Gives the findings in the order of their
 * first statement.
 */
export function findFindings(trace: Trace, files: Readonly<Record<string, string>>, orm: Orm): Finding[] {
  const evidence = new Evidence(trace, files, orm);
  const found: Finding[] = [...findNPlusOne(evidence), ...findRowByRowWrites(evidence)];
  const claimed = new Set(found.flatMap(({ statements }) => statements));
  for (const find of [findRepeatedQueries, findQueriesInPlaces]) {
    const more = find(evidence, claimed);
    for (const finding of more) for (const id of finding.statements) claimed.add(id);
    found.push(...more);
  }
  found.push(...findUnusedEagerLoads(evidence, files, claimed));
  return found.sort((one, other) => (one.statements[0] ?? 0) - (other.statements[0] ?? 0));
}
