import type { Orm } from '../../orm/orm';

/** Something that is pointed at or pinned: a call with all that it sent, or one of its statements. */
export interface CallRef {
  readonly orm: Orm;
  /** Index of the cell, null for what was sent while setting up. */
  readonly cell: number | null;
  /** The number on its chip, counted from 1 in its cell; null for a statement that no line of the person's sent. */
  readonly call: number | null;
  /** Id of a statement; null: the call with all that it sent. */
  readonly statement: number | null;
}

/** Whether both are the same thing. */
export function isSameRef(one: CallRef | null, other: CallRef | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.orm === other.orm &&
    one.cell === other.cell &&
    one.call === other.call &&
    one.statement === other.statement
  );
}
