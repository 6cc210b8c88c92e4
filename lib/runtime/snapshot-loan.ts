/** The bytes of the snapshot, for as long as one worker starts from them. Exactly one way back is taken. */
export interface SnapshotLoan {
  readonly bytes: ArrayBuffer;
  /** The worker has copied them and moved them back. */
  readonly giveBack: (bytes: ArrayBuffer) => void;
  /** The worker died with them: the next borrower gets them anew. */
  readonly lose: () => void;
}

/** Waits until nobody else has the snapshot, then lends it. */
export type BorrowSnapshot = () => Promise<SnapshotLoan>;

/**
 * Lends the snapshot's bytes to one starting worker after the other. They exist once in the tab:
 * moved to a worker and moved back, never cloned, which would cost as long as the rest of a start.
 *
 * @param load gets the bytes, and gets them anew when a worker died with them or getting them failed
 */
export function lendSnapshot(load: () => Promise<ArrayBuffer>): BorrowSnapshot {
  let next: Promise<ArrayBuffer> | null = null;
  return async () => {
    const mine = next === null ? load() : next.catch(load);
    let pass: (bytes: ArrayBuffer | Promise<ArrayBuffer>) => void = () => {};
    next = new Promise((resolve) => {
      pass = resolve;
    });
    // A failure is told to whoever borrows next, who then tries again; nobody may be there to hear it.
    next.catch(() => {});
    try {
      const bytes = await mine;
      return { bytes, giveBack: pass, lose: () => pass(load()) };
    } catch (error) {
      pass(Promise.reject(error));
      throw error;
    }
  };
}
