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
 * @param snapshot from here on it belongs to the lender
 * @param again gets the bytes anew when a worker died with them
 */
export function lendSnapshot(snapshot: ArrayBuffer, again: () => Promise<ArrayBuffer>): BorrowSnapshot {
  let next: Promise<ArrayBuffer> = Promise.resolve(snapshot);
  return async () => {
    const mine = next;
    let pass: (bytes: ArrayBuffer | Promise<ArrayBuffer>) => void = () => {};
    next = new Promise((resolve) => {
      pass = resolve;
    });
    // A failure is told to whoever borrows next, who then tries again; nobody may be there to hear it.
    next.catch(() => {});
    const bytes = await mine.catch(again).catch((error: unknown) => {
      pass(Promise.reject(error));
      throw error;
    });
    return { bytes, giveBack: pass, lose: () => pass(again()) };
  };
}
