import type { ShownValue } from '../values';

/** What some statements did, up to the first that SQLite refused. */
export interface QueryResult {
  readonly statements: readonly StatementResult[];
  readonly refused: Refused | null;
}

export type StatementResult =
  | {
      readonly kind: 'rows';
      readonly sql: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly ShownValue[])[];
      /** Whether it would have given more rows. */
      readonly more: boolean;
    }
  | { readonly kind: 'changed'; readonly sql: string; readonly rows: number }
  | { readonly kind: 'done'; readonly sql: string };

/** Why nothing more was run. */
export interface Refused {
  /** A sentence for the person who wrote it. */
  readonly message: string;
  /** Where SQLite stumbled; null where that is not known, as for a row that breaks a constraint. */
  readonly position: Position | null;
}

/** A place in the text that was run: `offset` from 0, line and column from 1, all in UTF-16 units. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}
