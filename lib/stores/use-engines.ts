'use client';

import { useStore } from 'zustand';
import type { EnginesState } from './engines/engines';
import { pageEngines } from './page-stores';

/** What views read of the page's engines. */
export function useEngines<T>(select: (state: EnginesState) => T): T {
  return useStore(pageEngines, select);
}
