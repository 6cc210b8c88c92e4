import type { LoadedFile } from '@/lib/runtime/assets/loaded-files';
import type { AssetRole } from '@/lib/runtime/manifest';

/** A part of the page that has loaded files of its own; sizes in bytes. */
export interface LoadedPart {
  readonly name: string;
  readonly storedBytes: number;
  readonly rawBytes: number;
  /** `some`: part of it was kept on this device, the rest was downloaded. */
  readonly kept: 'all' | 'some' | 'none';
}

const NAMES: Readonly<Record<AssetRole, string>> = {
  core: 'Engines',
  snapshot: 'Engines',
  'stdlib-rest': 'Engines',
  'packages-rest': 'Engines',
  stdlib: 'Engines, without the snapshot',
  packages: 'Engines, without the snapshot',
  'engine-worker': 'Engines',
  'unpack-worker': 'Engines',
  'editor-worker': 'Editor',
  inspector: 'SQLite of the page',
  'inspector-worker': 'SQLite of the page',
  'language-server': 'Language server',
  'language-files': 'Language server',
  formatter: 'Formatter',
  'formatter-worker': 'Formatter',
};

/** Sums up what was loaded, part by part, in the order in which the parts came. */
export function loadedParts(files: readonly LoadedFile[]): LoadedPart[] {
  const names = [...new Set(files.map(({ role }) => NAMES[role]))];
  return names.map((name) => {
    const own = files.filter(({ role }) => NAMES[role] === name);
    const kept = own.filter(({ wasKept }) => wasKept).length;
    return {
      name,
      storedBytes: sum(own.map(({ storedBytes }) => storedBytes)),
      rawBytes: sum(own.map(({ rawBytes }) => rawBytes)),
      kept: kept === 0 ? 'none' : kept === own.length ? 'all' : 'some',
    };
  });
}

/** Sum of numbers. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
