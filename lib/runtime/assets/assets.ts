import { AssetDamagedError } from '../errors/asset-damaged-error';
import { assetOf, type Manifest } from '../manifest';
import type { AssetProgress } from './progress';
import { openVerifiedFiles, type VerifiedFiles } from './verified-files';

/** The archives that an interpreter needs beside its code and its memory. */
export interface Archives {
  readonly stdlib: ArrayBuffer;
  readonly packages: ArrayBuffer;
}

/** The runtime's files, checked, unpacked, and the interpreter's code compiled once for all workers. */
export interface Assets {
  readonly core: WebAssembly.Module;
  /** The snapshot, on its way since the start; asked again, it is loaded anew. Each is the caller's own. */
  readonly snapshot: () => Promise<ArrayBuffer>;
  readonly rest: Archives;
  /** The worker's script. */
  readonly worker: Uint8Array<ArrayBuffer>;
  /** What a boot without the snapshot needs; downloaded when first asked for. */
  readonly whole: () => Promise<Archives>;
}

const FOR_SNAPSHOT = ['core', 'snapshot', 'stdlib-rest', 'packages-rest', 'engine-worker'] as const;

/**
 * Loads what an engine needs; all but the snapshot is there when this returns.
 *
 * @param base the folder of the runtime files, ending in a slash
 * @param onProgress told whenever bytes have arrived
 * @param onWorker given the worker's script as soon as it is there: workers can read it meanwhile
 * @throws AssetMissingError, AssetDamagedError, ManifestError
 */
export async function loadAssets(
  base: string,
  onProgress: (progress: AssetProgress) => void,
  onWorker: (script: Uint8Array<ArrayBuffer>) => void = ignore,
): Promise<Assets> {
  const files = await openVerifiedFiles(base);
  const { manifest, load } = files;
  const totalBytes = FOR_SNAPSHOT.reduce((sum, role) => sum + assetOf(manifest, role).storedBytes, 0);
  let receivedBytes = 0;
  const arrived = (bytes: number): void => {
    receivedBytes += bytes;
    onProgress({ receivedBytes, totalBytes });
  };
  onProgress({ receivedBytes, totalBytes });
  const script = load('engine-worker', arrived);
  script.then(onWorker, ignore);
  const parts = Promise.all([
    load('core', arrived).then((code) => compile(manifest, code)),
    load('stdlib-rest', arrived),
    load('packages-rest', arrived),
  ]);
  // The largest file: workers start while it is still on its way.
  let first: Promise<Uint8Array<ArrayBuffer>> | null = load('snapshot', arrived);
  first.catch(ignore);
  const [worker, [core, stdlib, packages]] = await Promise.all([script, parts]);
  void files.tidy();
  let whole: Promise<Archives> | null = null;
  return {
    core,
    snapshot: async () => {
      const loading = first ?? load('snapshot');
      first = null;
      return (await loading).buffer;
    },
    rest: { stdlib: stdlib.buffer, packages: packages.buffer },
    worker,
    whole: () => {
      whole ??= loadWhole(load).catch((error: unknown) => {
        whole = null;
        throw error;
      });
      return whole;
    },
  };
}

async function loadWhole(load: VerifiedFiles['load']): Promise<Archives> {
  // What is fetched after the engine is up has no progress to show.
  const [stdlib, packages] = await Promise.all([load('stdlib'), load('packages')]);
  return { stdlib: stdlib.buffer, packages: packages.buffer };
}

async function compile(manifest: Manifest, code: Uint8Array<ArrayBuffer>): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(code);
  } catch {
    throw new AssetDamagedError(assetOf(manifest, 'core').file);
  }
}

function ignore(): void {}
