import type { Refused } from '../query/query-result';

/** How SQLite would carry out a statement. */
export type Plan =
  | { readonly kind: 'plan'; readonly steps: readonly PlanStep[] }
  /** A statement for which there is nothing to plan; `message` is a sentence. */
  | { readonly kind: 'no-plan'; readonly message: string }
  | ({ readonly kind: 'refused' } & Refused);

/** One step; its siblings are carried out in turn, a SCAN or SEARCH once for each row of those before it. */
export interface PlanStep {
  readonly what: PlanWork;
  /** In plain words: `SCAN book, whole table, 20 rows`. */
  readonly words: string;
  /** In SQLite's own words: `SCAN book`. */
  readonly detail: string;
  readonly children: readonly PlanStep[];
}

export type PlanWork =
  /** Reads all rows; through an index, all entries of that. */
  | { readonly kind: 'scan'; readonly source: PlanSource; readonly index: PlanIndex | null }
  | { readonly kind: 'search'; readonly source: PlanSource; readonly by: SearchKey }
  /** A value, or a list of them, that stands in the statement itself. */
  | { readonly kind: 'constant' }
  /** Rows gathered and put in order for ORDER BY, GROUP BY, DISTINCT, UNION, …; `purpose` says which. */
  | { readonly kind: 'temporary-sort'; readonly purpose: string }
  | { readonly kind: 'compound'; readonly operator: string }
  | { readonly kind: 'subquery'; readonly name: string | null; readonly correlated: boolean }
  | { readonly kind: 'or' }
  | { readonly kind: 'other' };

/** Where rows come from. */
export interface PlanSource {
  /** As the plan calls it: the alias, where there is one. */
  readonly name: string;
  /** The table; null when it is a subquery, or when the alias stands for several tables. */
  readonly table: string | null;
  /** Rows of the table in this database, where they are known. */
  readonly rows: number | null;
}

export interface PlanIndex {
  readonly name: string;
  /** Whether the index alone is read, because it holds all that is asked. */
  readonly covering: boolean;
}

export type SearchKey =
  | { readonly kind: 'primary-key' }
  | ({ readonly kind: 'index'; readonly terms: string | null } & PlanIndex)
  /** An index that SQLite makes for this statement and throws away. */
  | { readonly kind: 'automatic-index'; readonly terms: string | null }
  /** One end of the table is enough, as for `max(id)`. */
  | { readonly kind: 'end' };

/** The plan of a statement as things are, and with an index more. */
export interface PlanWithIndex {
  readonly before: Plan;
  readonly after: Plan;
  readonly changed: boolean;
}
