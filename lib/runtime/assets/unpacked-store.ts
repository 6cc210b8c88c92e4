import type { Asset, Manifest } from '../manifest';
import { sha256Hex } from './sha256';

const CACHE = 'orm-pilot-runtime';
/** The runtime may take at most this part of what the browser would let the site keep. */
const MOST_OF_FREE = 0.25;

/**
 * Keeps the unpacked files between visits, where the browser has plenty of room: a later visit then
 * neither downloads nor unpacks. Without storage, or with little, it keeps nothing and says nothing:
 * everything works without it.
 */
export interface UnpackedStore {
  /** The unpacked bytes of a file, checked by their hash again, or null when they are not kept or not whole. */
  readonly read: (asset: Asset) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Keeps bytes, copied when it is called; a failure only means a slower visit next time. */
  readonly write: (asset: Asset, raw: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Lets go of what belongs to no file of this manifest. */
  readonly tidy: (manifest: Manifest) => Promise<void>;
}

/**
 * Opens the store.
 * @param base the folder of the runtime files, under which they are kept
 */
export async function openUnpackedStore(base: string): Promise<UnpackedStore> {
  const cache = await openCache();
  return cache === null ? NO_STORE : storeIn(cache, base);
}

const NO_STORE: UnpackedStore = {
  read: async () => null,
  write: async () => {},
  tidy: async () => {},
};

/** Storage may be absent, or forbidden by a setting of the person's, which then throws. */
async function openCache(): Promise<Cache | null> {
  try {
    return 'caches' in globalThis ? await caches.open(CACHE) : null;
  } catch {
    return null;
  }
}

function storeIn(cache: Cache, base: string): UnpackedStore {
  const keyOf = ({ file, rawSha256 }: Asset): string =>
    new URL(`${base}${file}?${rawSha256}`, location.href).href;
  return {
    read: async (asset) => {
      try {
        const kept = await cache.match(keyOf(asset));
        if (kept === undefined) return null;
        const raw = new Uint8Array(await kept.arrayBuffer());
        if ((await sha256Hex(raw)) === asset.rawSha256) return raw;
        await cache.delete(keyOf(asset));
        return null;
      } catch {
        return null;
      }
    },
    write: async (asset, raw) => {
      const response = new Response(raw);
      try {
        if (await hasRoomFor(raw.length)) await cache.put(keyOf(asset), response);
      } catch {
        return;
      }
    },
    tidy: async (manifest) => {
      try {
        const wanted = new Set(manifest.assets.map(keyOf));
        const known = await cache.keys();
        for (const request of known) if (!wanted.has(request.url)) await cache.delete(request);
      } catch {
        return;
      }
    },
  };
}

async function hasRoomFor(bytes: number): Promise<boolean> {
  const { quota = 0, usage = 0 } = (await navigator.storage?.estimate()) ?? {};
  return bytes <= (quota - usage) * MOST_OF_FREE;
}
