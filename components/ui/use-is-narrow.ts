import { useSyncExternalStore } from 'react';

/** Below it the two sides of a comparison do not stand beside each other; style sheets say the same. */
const NARROW = '(width < 760px)';

/** Whether the page is as narrow as a phone. While it is built, and as it comes up, it counts as wide. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(NARROW).matches,
    () => false,
  );
}
