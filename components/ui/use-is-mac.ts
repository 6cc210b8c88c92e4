'use client';

import { useSyncExternalStore } from 'react';

/** Whether keys are named as on a Mac; the HTML from the build says Ctrl. */
export function useIsMac(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => /^Mac|iPad|iPhone/.test(navigator.platform),
    () => false,
  );
}
