'use client';

import { useStore } from 'zustand';
import type { InspectorView } from './inspector-view';
import { pageInspectorView } from './page-stores';

/** What a view reads of where the inspector stands; a selector that makes new objects goes through `useShallow`. */
export function useInspectorView<T>(select: (state: InspectorView) => T): T {
  return useStore(pageInspectorView, select);
}
