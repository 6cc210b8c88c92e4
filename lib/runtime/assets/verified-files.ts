import { type AssetRole, assetOf, MANIFEST_FILE, type Manifest, parseManifest } from '../manifest';
import { download, open } from './download';
import { noteLoaded } from './loaded-files';
import { openUnpackedStore } from './unpacked-store';
import { createUnpacker } from './unpacker';

/** The site's own binary files: whatever comes out of here is what the build wrote, or an error. */
export interface VerifiedFiles {
  readonly manifest: Manifest;
  /**
   * Loads a file, unpacked; from the browser's storage where it was kept. Each result is the caller's own.
   * @param arrived told of the bytes that have come, as they lie on the host
   * @throws AssetMissingError, AssetDamagedError
   */
  readonly load: (role: AssetRole, arrived?: (bytes: number) => void) => Promise<Uint8Array<ArrayBuffer>>;
  /** Lets go of what earlier versions of the site left in the browser's storage. */
  readonly tidy: () => Promise<void>;
}

/**
 * Reads the list of files; none of them is loaded yet.
 *
 * @param base the folder of the runtime files, ending in a slash
 * @throws AssetMissingError, ManifestError
 */
export async function openVerifiedFiles(base: string): Promise<VerifiedFiles> {
  const [manifest, store] = await Promise.all([loadManifest(base), openUnpackedStore(base)]);
  const unpack = createUnpacker(() => download(base, assetOf(manifest, 'unpack-worker'), ignore));
  return {
    manifest,
    load: async (role, arrived = ignore) => {
      const asset = assetOf(manifest, role);
      const kept = await store.read(asset);
      if (kept !== null) {
        arrived(asset.storedBytes);
        noteLoaded(asset, true);
        return kept;
      }
      const raw = await unpack(asset, await download(base, asset, arrived));
      void store.write(asset, raw);
      noteLoaded(asset, false);
      return raw;
    },
    tidy: () => store.tidy(manifest),
  };
}

function ignore(): void {}

/** The list is the one file whose name does not change with its content, so it is always asked for anew. */
async function loadManifest(base: string): Promise<Manifest> {
  const response = await open(`${base}${MANIFEST_FILE}`, MANIFEST_FILE, 'no-cache');
  return parseManifest(await response.text());
}
