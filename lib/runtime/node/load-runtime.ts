import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decompress } from 'fzstd';
import type { Versions } from '../../trace/schema';
import { assertNever } from '../../util/assert-never';
import { RUNTIME_OUTPUT } from '../build/paths';
import {
  type Asset,
  type AssetRole,
  assetOf,
  MANIFEST_FILE,
  type Manifest,
  parseManifest,
} from '../manifest';

/** A file of the runtime is missing or is not what the manifest says. */
class RuntimeFileError extends Error {
  override readonly name = 'RuntimeFileError';
}

/** The runtime as it lies in `public/runtime/`, each file read, checked and unpacked when first asked for. */
export interface Runtime {
  readonly versions: Versions;
  /** The unpacked bytes of a role; the same buffer each time, so never to be transferred. */
  readonly bytes: (role: AssetRole) => Promise<Uint8Array<ArrayBuffer>>;
  /** The interpreter's code, compiled once for all engines of this process. */
  readonly core: () => Promise<WebAssembly.Module>;
}

/**
 * Opens the runtime that `npm run build:runtime` made.
 * @param directory where it lies, `public/runtime/` unless said otherwise
 * @throws RuntimeFileError, here or from `bytes`, when a file is missing or damaged
 * @throws ManifestError when the manifest cannot be read
 */
export async function loadRuntime(directory: string = RUNTIME_OUTPUT): Promise<Runtime> {
  const manifest = parseManifest((await readStored(directory, MANIFEST_FILE)).toString('utf8'));
  const known = new Map<AssetRole, Promise<Uint8Array<ArrayBuffer>>>();
  const bytes = (role: AssetRole): Promise<Uint8Array<ArrayBuffer>> => {
    const reading = known.get(role) ?? readAsset(directory, manifest, role);
    known.set(role, reading);
    return reading;
  };
  let core: Promise<WebAssembly.Module> | null = null;
  return {
    versions: manifest.versions,
    bytes,
    core: () => {
      core ??= bytes('core').then((code) => WebAssembly.compile(code));
      return core;
    },
  };
}

async function readAsset(
  directory: string,
  manifest: Manifest,
  role: AssetRole,
): Promise<Uint8Array<ArrayBuffer>> {
  const asset = assetOf(manifest, role);
  const stored = await readStored(directory, asset.file);
  check(asset.file, stored, asset.storedSha256);
  const raw = new Uint8Array(unpack(stored, asset));
  if (asset.compression !== 'none') check(asset.file, raw, asset.rawSha256);
  return raw;
}

async function readStored(directory: string, file: string): Promise<Buffer<ArrayBuffer>> {
  try {
    return await readFile(join(directory, file));
  } catch {
    throw new RuntimeFileError(`The runtime file ${file} is missing. Run \`npm run build:runtime\`.`);
  }
}

function check(file: string, bytes: Uint8Array, expected: string): void {
  if (createHash('sha256').update(bytes).digest('hex') === expected) return;
  throw new RuntimeFileError(
    `The runtime file ${file} is damaged. Delete public/runtime and run \`npm run build:runtime\`.`,
  );
}

function unpack(stored: Uint8Array<ArrayBuffer>, { compression, rawBytes }: Asset): Uint8Array {
  switch (compression) {
    case 'none':
      return stored;
    case 'gzip':
      return gunzipSync(stored);
    case 'zstd':
      return decompress(stored, new Uint8Array(rawBytes));
    default:
      return assertNever(compression);
  }
}
