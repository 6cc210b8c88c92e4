'use client';

import { useStore } from 'zustand';
import { useDesk } from './desk-provider';
import type { DraftsState } from './drafts/drafts-store';
import type { FixesState } from './fixes/fixes';
import type { RunsState } from './runs/run';
import type { SelectionState } from './selection';
import type { WorkspaceState } from './workspace/workspace';

/**
 * What views read of the desk around them. A selector picks what a view shows; it is drawn again when
 * that is another value, so a selector that makes new objects goes through `useShallow` of zustand.
 */

export function useWorkspace<T>(select: (state: WorkspaceState) => T): T {
  return useStore(useDesk().workspace, select);
}

export function useRuns<T>(select: (state: RunsState) => T): T {
  return useStore(useDesk().runs, select);
}

export function useFixes<T>(select: (state: FixesState) => T): T {
  return useStore(useDesk().fixes, select);
}

export function useSelection<T>(select: (state: SelectionState) => T): T {
  return useStore(useDesk().selection, select);
}

/** Only on a person's own desk. */
export function useDrafts<T>(select: (state: DraftsState) => T): T {
  const { drafts } = useDesk();
  if (drafts === null) throw new Error('Nothing is kept of an example: this desk has no drafts.');
  return useStore(drafts, select);
}
