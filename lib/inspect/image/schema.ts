/** What a database consists of, read from SQLite's own catalogue. */
export interface Schema {
  /** In the order of their making. */
  readonly tables: readonly Table[];
}

/** `shadow`: a table in which a virtual one keeps its content. */
export type TableKind = 'table' | 'view' | 'virtual' | 'shadow';

export interface Table {
  readonly name: string;
  readonly kind: TableKind;
  /** Null for a view, which may take any time to count, and where SQLite cannot say. */
  readonly rows: number | null;
  readonly withoutRowid: boolean;
  readonly strict: boolean;
  readonly columns: readonly Column[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly indexes: readonly Index[];
  readonly triggers: readonly Trigger[];
  /** The text that made it. */
  readonly sql: string;
  /** Why SQLite cannot read it, as when a view names a table that is gone. */
  readonly problem: string | null;
}

export interface Column {
  readonly name: string;
  /** As declared, SQLite's own types in capitals; empty when none is. */
  readonly type: string;
  readonly notNull: boolean;
  /** The SQL of its default. */
  readonly defaultSql: string | null;
  /** Place in the primary key, from 1; 0 when it is no part of it. */
  readonly primaryKey: number;
  readonly kind: 'plain' | 'hidden' | 'generated-virtual' | 'generated-stored';
}

export interface ForeignKey {
  readonly columns: readonly string[];
  readonly table: string;
  /** Columns of that table; its primary key where the declaration names none. */
  readonly toColumns: readonly string[];
  readonly onUpdate: string;
  readonly onDelete: string;
}

export interface Index {
  readonly name: string;
  readonly unique: boolean;
  /** What made it: its own statement, or a constraint of the table. */
  readonly origin: 'statement' | 'unique' | 'primary-key';
  /** Whether it holds only the rows that its WHERE lets in. */
  readonly partial: boolean;
  readonly columns: readonly IndexColumn[];
  /** The text that made it; null when a constraint did. */
  readonly sql: string | null;
}

export interface IndexColumn {
  /** Null for an expression. */
  readonly name: string | null;
  readonly descending: boolean;
  readonly collation: string;
}

export interface Trigger {
  readonly name: string;
  readonly sql: string;
}
