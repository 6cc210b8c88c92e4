import type { StoreApi } from 'zustand/vanilla';
import type { FixRecord, WantedFix } from './fix-record';

/** The fixes of a desk: each is written into the code, proven by runs, and can be taken back. */
export interface FixesState {
  /** In the order of asking. */
  readonly records: readonly FixRecord[];
  /** Whether the code that is wanted lies on the desk: what is opened next would end a fix that began before. */
  readonly isReady: boolean;
  readonly setReady: () => void;
  /** Whether one goes on; another has to wait. */
  readonly isBusy: boolean;
  /**
   * Writes fixes into the code, at most one for each side, and runs the code before and after. Does nothing
   * while others go on. Never throws: the records say what became of it.
   * @returns when all of it has ended
   */
  readonly fix: (wanted: readonly WantedFix[]) => Promise<void>;
  /**
   * Takes a fix out of the code again, and runs it. Later edits stay; where they touch the same places nothing
   * is changed, and the record asks.
   */
  readonly undo: (id: number) => Promise<void>;
  /** Takes a fix out together with the edits of its files since. They can be brought back. */
  readonly undoWithEdits: (id: number) => Promise<void>;
  /** Leaves the code as it is: the answer to a record that asks. */
  readonly keepEdits: (id: number) => void;
  /** Brings back what `undoWithEdits` took. */
  readonly bringBack: (id: number) => void;
  /** Forgets all: something else was opened. */
  readonly forget: () => void;
}

export type FixesStore = StoreApi<FixesState>;
