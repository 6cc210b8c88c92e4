/** Which drafts are open in some tab: no two tabs write the same one. */
export interface DraftLocks {
  /**
   * Holds a draft for this tab, until it is let go of or the tab is gone.
   * @returns false when another tab holds it
   */
  readonly hold: (id: string) => Promise<boolean>;
  /** @returns when other tabs see it as free */
  readonly letGo: (id: string) => Promise<void>;
  /** The drafts that some tab holds; null when that cannot be known. */
  readonly held: () => Promise<ReadonlySet<string> | null>;
}

const PREFIX = 'orm-pilot-draft:';
/** After a reload the page that was there may still hold its draft for a moment. */
const PATIENCE_MS = 1_500;

/**
 * Makes the locks of this tab.
 * @param locks the browser's, which knows all tabs of the site and frees what a closed one held
 */
export function createDraftLocks(locks: Pick<LockManager, 'request' | 'query'>): DraftLocks {
  const mine = new Map<string, { readonly free: () => void; readonly freed: Promise<unknown> }>();
  return {
    hold: (id) =>
      new Promise((resolve) => {
        const patience = new AbortController();
        const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
        const freed: Promise<unknown> = locks.request(PREFIX + id, { signal: patience.signal }, () => {
          clearTimeout(timer);
          return new Promise<void>((free) => {
            mine.set(id, { free, freed });
            resolve(true);
          });
        });
        freed.catch(() => resolve(false));
      }),
    letGo: async (id) => {
      const lock = mine.get(id);
      mine.delete(id);
      lock?.free();
      await lock?.freed;
    },
    held: async () => {
      const { held = [] } = await locks.query();
      const names = held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
      return new Set(names);
    },
  };
}

/** For a browser without locks: each tab has the draft that it made itself, and is offered none of others. */
export const NO_LOCKS: DraftLocks = {
  hold: async () => true,
  letGo: async () => {},
  held: async () => null,
};
