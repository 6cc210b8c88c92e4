import { isCounted } from '../counted';
import type { Statement } from '../schema';
import { alignStatements } from './align-statements';
import type { Alignment } from './alignment';
import { pairStatements } from './pair-statements';

/** Two texts that do the same work, one of each side; each may have been sent several times. */
export interface ComparedTexts {
  /** The first statement with this text on each side that has a partner with the other. */
  readonly left: Statement;
  readonly right: Statement;
  /** How often each side sent its text. */
  readonly times: { readonly left: number; readonly right: number };
  readonly alignment: Alignment;
}

/** What two calls sent, text by text. */
export interface ComparedCalls {
  readonly pairs: readonly ComparedTexts[];
  /** The first statement of each text for which the other side sent none. */
  readonly alone: { readonly left: readonly Statement[]; readonly right: readonly Statement[] };
}

/** Characters above which texts are not cut into clauses, which would keep the page waiting. */
const LONGEST = 20_000;

/**
 * Compares what two calls sent, clause by clause. Statements that repeat a text with other parameters are
 * compared once. Transaction control is left out: the two ORMs send it at other moments.
 */
export function compareCalls(left: readonly Statement[], right: readonly Statement[]): ComparedCalls {
  const [ours, theirs] = [left.filter(isCounted), right.filter(isCounted)];
  const [ownTimes, theirTimes] = [timesOf(ours), timesOf(theirs)];
  const [ownById, theirById] = [byId(ours), byId(theirs)];
  const pairs = new Map<string, ComparedTexts>();
  for (const pair of pairStatements(ours, theirs)) {
    const one = pair.left === null ? undefined : ownById.get(pair.left);
    const other = pair.right === null ? undefined : theirById.get(pair.right);
    if (one === undefined || other === undefined) continue;
    const key = JSON.stringify([one.sql, other.sql]);
    if (pairs.has(key)) continue;
    pairs.set(key, {
      left: one,
      right: other,
      times: { left: ownTimes.get(one.sql) ?? 0, right: theirTimes.get(other.sql) ?? 0 },
      alignment: align(one, other),
    });
  }
  const all = [...pairs.values()];
  return {
    pairs: all,
    alone: {
      left: firstsWithout(
        ours,
        all.map((pair) => pair.left.sql),
      ),
      right: firstsWithout(
        theirs,
        all.map((pair) => pair.right.sql),
      ),
    },
  };
}

/** Texts that are very long, or were cut in the trace, are compared as they are. */
function align(left: Statement, right: Statement): Alignment {
  const isWhole = ({ sql, sqlLength }: Statement): boolean =>
    sqlLength === undefined && sql.length <= LONGEST;
  if (isWhole(left) && isWhole(right)) return alignStatements(left.sql, right.sql);
  return { kind: 'text', same: left.sql === right.sql && left.sqlLength === right.sqlLength };
}

function timesOf(statements: readonly Statement[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { sql } of statements) times.set(sql, (times.get(sql) ?? 0) + 1);
  return times;
}

function byId(statements: readonly Statement[]): ReadonlyMap<number, Statement> {
  return new Map(statements.map((statement) => [statement.id, statement]));
}

function firstsWithout(statements: readonly Statement[], paired: readonly string[]): readonly Statement[] {
  const seen = new Set(paired);
  return statements.filter(({ sql }) => !seen.has(sql) && seen.add(sql));
}
