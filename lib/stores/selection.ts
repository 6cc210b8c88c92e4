import type { StoreApi } from 'zustand/vanilla';
import type { Orm } from '../orm/orm';

/** A call in a trace, or one of its statements. */
export interface Target {
  readonly orm: Orm;
  /** Index of the cell, null for what was sent while setting up. */
  readonly cell: number | null;
  /** Id of the call; null for a statement that no line of the person's sent. */
  readonly call: number | null;
  /** Id of the statement; null: the call with all that it sent. */
  readonly statement: number | null;
}

/** What is looked at. */
export interface SelectionState {
  /** Under the pointer, the caret or the focus; how long it takes to light up is the view's matter. */
  readonly hovered: Target | null;
  /** What was clicked; stays until it is clicked again, or Escape. */
  readonly pinned: Target | null;
  readonly hover: (target: Target | null) => void;
  /** Pins a target; the one that is pinned already is let go of. */
  readonly pin: (target: Target) => void;
  readonly unpin: () => void;
  /** Forgets both: the trace that they belong to is gone. */
  readonly clear: () => void;
}

export type SelectionStore = StoreApi<SelectionState>;
