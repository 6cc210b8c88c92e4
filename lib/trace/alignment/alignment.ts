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

/** `columns` are those that an INSERT names, `compound` is what follows a UNION or the like. */
export const CLAUSE_NAMES = [
  'with',
  'insert',
  'columns',
  'values',
  'update',
  'delete',
  'set',
  'select',
  'from',
  'join',
  'where',
  'group-by',
  'having',
  'window',
  'compound',
  'order-by',
  'limit',
  'offset',
  'conflict',
  'returning',
] as const;
export type ClauseName = (typeof CLAUSE_NAMES)[number];

export interface AlignedClause {
  readonly name: ClauseName;
  readonly differs: boolean;
  readonly parts: readonly AlignedPart[];
}

/**
 * One column, join, condition or the like. `same`: equal once quotes, aliases and the name of the only
 * table are out of the way. `changed`: one stands for the other, as a LEFT JOIN for an inner one.
 */
export type AlignedPart =
  | { readonly state: 'same'; readonly left: Piece; readonly right: Piece }
  | {
      readonly state: 'changed';
      readonly left: Piece;
      readonly right: Piece;
      /** Two joins of the same table by the same condition: only their kinds differ. */
      readonly isJoinKind: boolean;
    }
  | { readonly state: 'only-left'; readonly left: Piece; readonly right: null }
  | { readonly state: 'only-right'; readonly left: null; readonly right: Piece };

/** A part as its statement wrote it, in one line. */
export interface Piece {
  readonly text: string;
  /** Which of the statement's parameters stand in it, counted from 0, in the order of their slots. */
  readonly slots: readonly number[];
}

/** Ids of one statement of each side that do the same work, or of one that has no partner. */
export interface StatementPair {
  readonly left: number | null;
  readonly right: number | null;
}
