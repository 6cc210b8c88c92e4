import type { Asset, AssetRole } from '../manifest';

/** A file of the runtime that this page has loaded; sizes in bytes, as it lies on the host and unpacked. */
export interface LoadedFile {
  readonly role: AssetRole;
  readonly storedBytes: number;
  readonly rawBytes: number;
  /** Whether this device had kept it; else it was downloaded. */
  readonly wasKept: boolean;
}

const listeners = new Set<() => void>();
let files: readonly LoadedFile[] = [];

/** All that was loaded so far, in the order in which it came; another list whenever that changes. */
export function loadedFiles(): readonly LoadedFile[] {
  return files;
}

/** Calls back whenever something was loaded; returns what ends that. */
export function onLoaded(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Notes that a file is here; loaded again, it is the same one. */
export function noteLoaded({ role, storedBytes, rawBytes }: Asset, wasKept: boolean): void {
  if (files.some((file) => file.role === role)) return;
  files = [...files, { role, storedBytes, rawBytes, wasKept }];
  for (const listener of listeners) listener();
}
