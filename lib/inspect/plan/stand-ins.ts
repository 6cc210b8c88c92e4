import type { Database } from 'sql.js';

/** Aggregates that Django adds to SQLite; each takes one argument. */
const AGGREGATES: ReadonlySet<string> = new Set([
  'any_value',
  'stddev_pop',
  'stddev_samp',
  'var_pop',
  'var_samp',
]);

/** What sql.js documents and its types lack. */
type Aggregating = Database & {
  readonly create_aggregate: (name: string, parts: Record<'init' | 'step' | 'finalize', () => null>) => void;
};

/**
 * Makes a function known to SQLite, so that a statement with it can be compiled. It takes any number of
 * arguments and gives NULL: only for a database in which nothing is run.
 */
export function standInFor(database: Database, name: string): void {
  if (AGGREGATES.has(name.toLowerCase())) {
    const nothing = (): null => null;
    (database as Aggregating).create_aggregate(name, { init: nothing, step: taking(2), finalize: nothing });
  } else database.create_function(name, taking(-1));
}

/** sql.js tells SQLite the `length` of a function as the number of its arguments; -1 is any number. */
function taking(length: number): () => null {
  return Object.defineProperty(() => null, 'length', { value: length });
}
