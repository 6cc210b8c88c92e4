import type { Orm } from '../../orm/orm';

/** A value as SQLite stores it; `{ start, length }` is one that was cut for showing. */
export type ImageValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | { readonly start: string | Uint8Array; readonly length: number };

export type ImageRow = readonly ImageValue[];

/** One table of a database after a run; rows in any order, a value for each of `columns`. */
export interface ImageTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Names of the key's columns; empty when the table has none. */
  readonly primaryKey: readonly string[];
  readonly rows: readonly ImageRow[];
}

export interface TableComparison {
  readonly table: string;
  /** What SQLAlchemy's is called, where that differs by the `app_` that Django puts before a name of its own making. */
  readonly otherName?: string;
  /** How many rows it has on each side; null where it is not there. */
  readonly rows: Readonly<Record<Orm, number | null>>;
  readonly verdict: TableVerdict;
}

export type TableVerdict =
  | {
      readonly kind: 'same' | 'other-order';
      readonly rows: number;
      /** Values that are equal but stored in another form, as 5 and 5.0. */
      readonly otherForm: number;
    }
  | { readonly kind: 'only-in'; readonly orm: Orm; readonly rows: number }
  | {
      readonly kind: 'different';
      /** Columns that only one side has; rows are compared by those that both have. */
      readonly onlyColumns: Readonly<Record<Orm, readonly string[]>>;
      /** Columns of both sides, in Django's order: what the rows below hold. */
      readonly columns: readonly string[];
      readonly onlyRows: Readonly<Record<Orm, readonly ImageRow[]>>;
      /** Rows with the same key and other values; empty where there is no key to know them by. */
      readonly changed: readonly ChangedRow[];
      /** How many rows there are of each kind, also where fewer are given. */
      readonly counts: Readonly<Record<Orm | 'changed', number>>;
    };

export interface ChangedRow {
  readonly key: ImageRow;
  readonly cells: readonly ChangedCell[];
}

export type ChangedCell = { readonly column: string } & Readonly<Record<Orm, ImageValue>>;
