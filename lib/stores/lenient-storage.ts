import type { StateStorage } from 'zustand/middleware';

/**
 * The browser's storage for what is only nice to have: where it denies it, or has no room, things hold until
 * the page is left.
 * @param storage gives it; may throw
 */
export function lenient(storage: () => Storage): StateStorage {
  const attempt = <T>(what: () => T, otherwise: T): T => {
    try {
      return what();
    } catch {
      return otherwise;
    }
  };
  return {
    getItem: (name) => attempt(() => storage().getItem(name), null),
    setItem: (name, value) => attempt(() => storage().setItem(name, value), undefined),
    removeItem: (name) => attempt(() => storage().removeItem(name), undefined),
  };
}
