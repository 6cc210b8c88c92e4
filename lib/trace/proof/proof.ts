import type { Equality } from '../equivalence/equality';
import type { OutcomeKind, RunError } from '../schema';

/** Whether a change of the code left everything but the number of statements as it was, and what it saved. */
export interface Proof {
  /** Of the cell that was mended. */
  readonly before: CellFigures;
  readonly after: CellFigures;
  readonly verdict: Verdict;
}

/** What a cell cost. */
export interface CellFigures {
  readonly statements: number;
  readonly transactions: number;
  /** Rows that were read. */
  readonly rows: number;
  /** Time inside SQLite, and of the whole cell, in µs. */
  readonly sqliteUs: number;
  readonly totalUs: number;
}

export type Verdict =
  /** All values, all output and all tables are equal. */
  | {
      readonly kind: 'equal';
      /** Of the mended cell's value. */
      readonly value: Equality;
      /** Whether the run wrote, so that its tables say something. */
      readonly hasWritten: boolean;
    }
  | { readonly kind: 'different'; readonly what: Difference }
  /** The changed code ended in another way than the code before. */
  | { readonly kind: 'ended'; readonly how: OutcomeKind; readonly error: RunError | null };

/** The first thing that differs. */
export type Difference =
  | {
      readonly kind: 'value';
      /** Title of its cell; null for the cell that was mended. */
      readonly cell: string | null;
      readonly equality: Equality;
    }
  | { readonly kind: 'output'; readonly cell: string | null }
  /** `rows`: how many rows of the table differ, are missing, or were added. */
  | { readonly kind: 'table'; readonly table: string; readonly rows: number };
