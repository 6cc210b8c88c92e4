import type { Statement } from '../schema';
import { equalitiesOf, positional } from './conditions';
import type { Evidence } from './evidence';
import type { Duplicate, Fix, QueryInLoop } from './finding';
import { paramsKey } from './group-statements';
import { modelOf } from './models';
import type { Repeat } from './repeats';
import { DUPLICATES_IN_LOOP, QUERIES_IN_LOOP } from './thresholds';

const AGGREGATE = /^(?:count|sum|avg|min|max|total|group_concat)$/i;

/**
 * Finds explicit queries that were sent from one place again and again: with other parameters each time, a
 * query in a loop; with the same, a duplicate. Nothing is said where a table that they read was written in
 * between, or anything was undone: the next answer may have been another one.
 */
export function findRepeatedQueries(
  evidence: Evidence,
  claimed: ReadonlySet<number>,
): (QueryInLoop | Duplicate)[] {
  return evidence.repeats.flatMap((repeat): (QueryInLoop | Duplicate)[] => {
    const { first, statements, sql, place } = repeat;
    const last = statements.at(-1)?.id ?? first.id;
    if (first.kind !== 'select' || first.reason !== 'explicit' || claimed.has(first.id)) return [];
    if (statements.some(({ error }) => error !== undefined) || evidence.mayHaveChanged(sql, first.id, last))
      return [];
    const ids = statements.map(({ id }) => id);
    const different = new Set(statements.map(paramsKey)).size;
    if (different === 1) return statements.length < DUPLICATES_IN_LOOP ? [] : [duplicate(repeat, ids)];
    if (statements.length < QUERIES_IN_LOOP) return [];
    return [
      {
        kind: 'query-in-loop',
        place,
        statements: ids,
        cause: `The same query was sent ${ids.length} times from one place, ${different === ids.length ? 'each time' : `${different} times`} with other parameters.`,
        repeats: ids.length - different,
        fix: askOnce(sql, statements, evidence),
      },
    ];
  });
}

function duplicate({ place }: Repeat, statements: readonly number[]): Duplicate {
  const times = statements.length;
  return {
    kind: 'duplicate',
    place,
    statements,
    cause: `The same query with the same parameters was sent ${times} times from one place.`,
    fix: keepResult(times, 'Ask once before the loop and keep the result.'),
  };
}

/** How to do without the later ones of some equal queries. */
export function keepResult(times: number, text: string): Fix {
  return { kind: 'keep-result', times, text, code: 'result = ...' };
}

/** How to ask once for what several queries of one text asked for. */
export function askOnce(sql: string, statements: readonly Statement[], evidence: Evidence): Fix {
  const read = evidence.sqlOf(sql);
  const [table = null] = evidence.tablesOf(sql);
  const model = table === null ? null : (modelOf(evidence.models, table)?.name ?? null);
  const isAggregate = (read?.clauses.get('select') ?? []).some(
    ({ tokens: [word, bracket] }) => bracket?.text === '(' && AGGREGATE.test(word?.text ?? ''),
  );
  const params = statements.map((statement) => positional(statement) ?? []);
  const changing = (equalitiesOf(read) ?? []).filter(
    ({ slot }) => new Set(params.map((each) => JSON.stringify(each[slot]))).size > 1,
  );
  const column = changing.length === 1 ? (changing[0]?.column ?? null) : null;
  const facts = { kind: 'one-query', model, table, column, queries: statements.length } as const;
  const isDjango = evidence.orm === 'django';
  if (isAggregate) {
    return {
      ...facts,
      method: 'aggregate',
      text: 'Let one query compute it for all of them, in groups.',
      code: isDjango
        ? `.values("${column ?? '...'}").annotate(...)`
        : `select(${model ?? '...'}.${column ?? '...'}, ...).group_by(${model ?? '...'}.${column ?? '...'})`,
    };
  }
  return {
    ...facts,
    method: 'in',
    text: `Ask once for all of them, by a list of values${column === null ? '' : ` for ${column}`}.`,
    code: isDjango
      ? `.filter(${column ?? '...'}__in=[...])`
      : `.where(${model ?? '...'}.${column ?? '...'}.in_([...]))`,
  };
}
