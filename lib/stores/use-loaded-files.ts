'use client';

import { useSyncExternalStore } from 'react';
import { type LoadedFile, loadedFiles, onLoaded } from '../runtime/assets/loaded-files';

const NONE: readonly LoadedFile[] = [];

/** Which files of the runtime this page has loaded; none while pages are built. */
export function useLoadedFiles(): readonly LoadedFile[] {
  return useSyncExternalStore(onLoaded, loadedFiles, () => NONE);
}
