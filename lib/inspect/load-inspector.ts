import { openVerifiedFiles } from '../runtime/assets/verified-files';

/** What an inspector's worker is made of. */
export interface InspectorParts {
  readonly script: Uint8Array<ArrayBuffer>;
  readonly module: WebAssembly.Module;
}

/**
 * Downloads and checks the inspector, some 370 kB, or takes it from the browser's storage.
 * @param base the folder of the runtime files, ending in a slash
 * @throws AssetMissingError, AssetDamagedError, ManifestError
 */
export async function loadInspector(base: string): Promise<InspectorParts> {
  const { load } = await openVerifiedFiles(base);
  const [script, module] = await Promise.all([
    load('inspector-worker'),
    load('inspector').then((code) => WebAssembly.compile(code)),
  ]);
  return { script, module };
}
