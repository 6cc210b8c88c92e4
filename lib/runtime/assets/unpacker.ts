import { assertNever } from '../../util/assert-never';
import { AssetDamagedError } from '../errors/asset-damaged-error';
import type { Asset } from '../manifest';

type Bytes = Uint8Array<ArrayBuffer>;

/** Unpacks a downloaded file. @throws AssetDamagedError when it does not unpack to the announced length */
export type Unpack = (asset: Asset, stored: Bytes) => Promise<Bytes>;

/**
 * Makes what unpacks; a worker for Zstandard is there only while there is something to unpack.
 * @param script gives the script of that worker, which is itself not packed
 */
export function createUnpacker(script: () => Promise<Bytes>): Unpack {
  let worker: Promise<UnpackWorker> | null = null;
  let users = 0;
  const unpackZstd = async ({ file, rawBytes }: Asset, stored: Bytes): Promise<Bytes> => {
    users += 1;
    worker ??= script().then(startWorker);
    const mine = worker;
    try {
      const raw = await (await mine).ask(stored, rawBytes);
      if (raw === null) throw new AssetDamagedError(file);
      return new Uint8Array(raw);
    } finally {
      users -= 1;
      if (users === 0) {
        worker = null;
        mine.then(({ end }) => end()).catch(() => {});
      }
    }
  };
  return async (asset, stored) => {
    switch (asset.compression) {
      case 'none':
        return stored;
      case 'gzip':
        return gunzip(asset, stored);
      case 'zstd':
        return unpackZstd(asset, stored);
      default:
        return assertNever(asset.compression);
    }
  };
}

async function gunzip({ file, rawBytes }: Asset, stored: Bytes): Promise<Bytes> {
  try {
    const unpacked = new Blob([stored]).stream().pipeThrough(new DecompressionStream('gzip'));
    const raw = new Uint8Array(await new Response(unpacked).arrayBuffer());
    if (raw.length === rawBytes) return raw;
  } catch {
    throw new AssetDamagedError(file);
  }
  throw new AssetDamagedError(file);
}

interface UnpackWorker {
  /** The unpacked bytes, or null when they cannot be unpacked; the stored ones are gone then. */
  readonly ask: (stored: Bytes, rawBytes: number) => Promise<ArrayBuffer | null>;
  readonly end: () => void;
}

/** The worker's script is our own and checked by its hash; from `blob:` it has the page's policy all the same. */
function startWorker(script: Bytes): UnpackWorker {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url, { type: 'module', name: 'unpack' });
  const asked = new Map<number, (raw: ArrayBuffer | null) => void>();
  worker.onmessage = ({ data }: MessageEvent<{ id: number; raw: ArrayBuffer | null }>) => {
    asked.get(data.id)?.(data.raw);
    asked.delete(data.id);
  };
  worker.onerror = () => {
    for (const answer of asked.values()) answer(null);
    asked.clear();
  };
  let id = 0;
  return {
    ask: ({ buffer }, rawBytes) =>
      new Promise((resolve) => {
        id += 1;
        asked.set(id, resolve);
        worker.postMessage({ id, stored: buffer, rawBytes }, [buffer]);
      }),
    end: () => {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}
