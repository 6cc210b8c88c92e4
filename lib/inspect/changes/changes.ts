import type { ShownValue } from '../values';

/** What became of a database between two of its images. */
export interface Changes {
  /** Tables in which rows were inserted, deleted or changed; those that came or went are among them. */
  readonly tables: readonly TableChanges[];
  readonly schema: readonly SchemaChange[];
  /** Virtual tables and whatever else cannot be compared row by row. */
  readonly notCompared: readonly { readonly table: string; readonly why: string }[];
}

export interface TableChanges {
  readonly table: string;
  /** By what a row is known to be the same one. */
  readonly key: RowKey;
  /** Columns of either image: those of the later one first. */
  readonly columns: readonly string[];
  readonly inserted: Counted<RowValues>;
  readonly deleted: Counted<RowValues>;
  readonly changed: Counted<ChangedRow>;
}

export type RowKey =
  | { readonly kind: 'primary-key'; readonly columns: readonly string[] }
  | { readonly kind: 'rowid' };

/** The first rows, and how many there are in all. */
export interface Counted<Row> {
  readonly count: number;
  readonly rows: readonly Row[];
}

/** One value for each of the table's `columns`; undefined where the image does not have the column. */
export type RowValues = readonly (ShownValue | undefined)[];

export interface ChangedRow {
  readonly before: RowValues;
  readonly after: RowValues;
  /** Which of the table's `columns` differ, by their place from 0. */
  readonly differing: readonly number[];
}

/** Something of the schema that came, went, or is defined differently. */
export interface SchemaChange {
  readonly kind: 'created' | 'dropped' | 'altered';
  readonly what: 'table' | 'index' | 'view' | 'trigger';
  readonly name: string;
  /** The table that it belongs to; its own name for a table. */
  readonly table: string;
  /** The text that made it. */
  readonly before: string | null;
  readonly after: string | null;
}
