'use client';

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { pagePreferences } from './page-stores';
import type { PreferencesState } from './preferences';

/** What views read of the preferences: the defaults first, as in the HTML, then what the browser has kept. */
export function usePreferences<T>(select: (state: PreferencesState) => T): T {
  useEffect(() => {
    if (!pagePreferences.persist.hasHydrated()) void pagePreferences.persist.rehydrate();
  }, []);
  return useStore(pagePreferences, select);
}
