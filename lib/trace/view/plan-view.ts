/**
 * How a database would carry out a statement, as far as a drawing of it needs to know. What `lib/inspect`
 * gives is one.
 */
export type ShownPlan =
  | { readonly kind: 'plan'; readonly steps: readonly ShownStep[] }
  /** A sentence on why there is none. */
  | { readonly kind: 'no-plan' | 'refused'; readonly message: string };

export interface ShownStep {
  readonly what: ShownWork;
  /** `SCAN book, whole table, 20 rows`. */
  readonly words: string;
  readonly children: readonly ShownStep[];
}

interface ShownWork {
  /** `scan`, `search`, `temporary-sort`, or any other. */
  readonly kind: string;
  readonly source?: { readonly name: string; readonly table: string | null };
  readonly index?: { readonly name: string } | null;
  readonly by?: { readonly kind: string; readonly name?: string };
}

/** Whether two plans do the same work, whatever their statements call the tables. */
export function isSamePlan(one: ShownPlan, other: ShownPlan): boolean {
  if (one.kind !== 'plan' || other.kind !== 'plan') return false;
  return JSON.stringify(one.steps.map(workOf)) === JSON.stringify(other.steps.map(workOf));
}

function workOf({ what, words, children }: ShownStep): unknown {
  const { kind, source, index, by } = what;
  // Of work on no table the words are all that there is, and name no alias.
  const place = source === undefined ? words : (source.table ?? source.name);
  return [kind, place, index?.name, by?.kind, by?.name, children.map(workOf)];
}
