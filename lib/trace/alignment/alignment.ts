/** Two SQL statements side by side, clause by clause, in the order in which SQL is written. */
export type Alignment =
  | {
      readonly kind: 'clauses';
      readonly clauses: readonly AlignedClause[];
      /** How many parts differ, over all clauses. */
      readonly differences: number;
    }
  /** One of them is not written as the two ORMs write: only their texts were compared. */
  | { readonly kind: 'text'; readonly same: boolean };

export type ClauseName =
  | 'with'
  | 'select'
  | 'insert'
  | 'update'
  | 'delete'
  | 'from'
  | 'join'
  | 'set'
  | 'values'
  | 'conflict'
  | 'where'
  | 'group-by'
  | 'having'
  | 'window'
  | 'compound'
  | 'order-by'
  | 'limit'
  | 'offset'
  | 'returning';

export interface AlignedClause {
  readonly name: ClauseName;
  readonly differs: boolean;
  readonly parts: readonly AlignedPart[];
}

/**
 * One column, join, condition or the like. `same`: equal once quotes, aliases and the names of the only
 * table are out of the way; the texts are as each side wrote them. `changed`: it stands for the other in
 * its place. Text is null on the side that has none.
 */
export type AlignedPart =
  | { readonly state: 'same' | 'changed'; readonly left: string; readonly right: string }
  | { readonly state: 'only-left'; readonly left: string; readonly right: null }
  | { readonly state: 'only-right'; readonly left: null; readonly right: string };

/** One statement of each side that does the same work, or one that has no partner. */
export interface StatementPair {
  readonly left: number | null;
  readonly right: number | null;
}
