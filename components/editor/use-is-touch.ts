import { useSyncExternalStore } from 'react';

/** Where fingers point and there is little room, the browser's own text area is the better editor. */
const TOUCH = '(pointer: coarse) and (max-width: 1023px)';

/** Whether this is a phone or a small tablet. While the page is built, and as it comes up, it counts as one. */
export function useIsTouch(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(TOUCH);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(TOUCH).matches,
    () => true,
  );
}
