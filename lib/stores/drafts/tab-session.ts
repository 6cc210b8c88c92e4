/** Remembers for a tab which draft it has, over reloads. */
export interface TabSession {
  readonly get: () => string | null;
  readonly set: (draftId: string) => void;
}

const KEY = 'orm-pilot-draft';

/**
 * Remembers it in the tab's own storage. A tab that is duplicated takes its memory along: `DraftLocks`
 * tell the two apart.
 * @param storage gives the storage; may throw where the browser denies it
 */
export function createTabSession(storage: () => Storage): TabSession {
  let remembered: string | null = null;
  return {
    get: () => {
      try {
        return remembered ?? storage().getItem(KEY);
      } catch {
        return remembered;
      }
    },
    set: (draftId) => {
      remembered = draftId;
      try {
        storage().setItem(KEY, draftId);
      } catch {
        // Without storage nothing outlives a reload anyway.
      }
    },
  };
}
