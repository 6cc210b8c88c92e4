import { isCounted } from '../counted';
import type { Statement } from '../schema';

/** Statements of one SQL text, with whatever parameters; at least two. */
export interface SimilarGroup {
  readonly sql: string;
  /** Ids, in the order of sending. */
  readonly statements: readonly number[];
  /** Those among them that have the same parameters as well. */
  readonly duplicates: readonly DuplicateGroup[];
  /** How many of them repeat an earlier one exactly. */
  readonly repeats: number;
}

/** Statements of one SQL text and with the same parameters; at least two. */
export interface DuplicateGroup {
  readonly statements: readonly number[];
}

type Sent = Pick<Statement, 'id' | 'kind' | 'setup' | 'sql' | 'sqlLength' | 'params' | 'paramTypes' | 'many'>;

/**
 * Groups counted statements by the definitions of Django Debug Toolbar: similar is the same SQL with any
 * parameters, duplicate the same SQL with the same parameters. Groups come in the order of their first
 * statement. What is recorded in part only (a long SQL text, a long value, more rounds of an executemany
 * than are kept) is no duplicate of anything, since it cannot be known.
 */
export function groupStatements(statements: readonly Sent[]): SimilarGroup[] {
  const groups = new Map<string, Sent[]>();
  for (const statement of statements) {
    if (!isCounted(statement) || statement.sqlLength !== undefined) continue;
    const group = groups.get(statement.sql);
    if (group === undefined) groups.set(statement.sql, [statement]);
    else group.push(statement);
  }
  return [...groups].filter(([, group]) => group.length > 1).map(([sql, group]) => similarGroup(sql, group));
}

function similarGroup(sql: string, group: readonly Sent[]): SimilarGroup {
  const byParams = new Map<string, number[]>();
  for (const statement of group) {
    const key = paramsKey(statement);
    const known = byParams.get(key);
    if (known === undefined) byParams.set(key, [statement.id]);
    else known.push(statement.id);
  }
  return {
    sql,
    statements: group.map(({ id }) => id),
    duplicates: [...byParams.values()].filter((ids) => ids.length > 1).map((ids) => ({ statements: ids })),
    repeats: group.length - byParams.size,
  };
}

/** Gives a text that two statements share when their parameters are known to be the same. */
export function paramsKey({ id, params, paramTypes, many }: Omit<Sent, 'kind' | 'setup' | 'sql'>): string {
  const isPart = many !== null && Array.isArray(params) && many > params.length;
  const text = JSON.stringify([params, paramTypes ?? null], (key, value: unknown) => {
    const isCut = typeof value === 'object' && value !== null && 'length' in value && !Array.isArray(value);
    return isCut && key !== '' ? { ...value, of: id } : value;
  });
  return isPart ? `${id} ${text}` : text;
}
