import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Versions } from '../../trace/schema';
import { type Asset, type AssetRole, MANIFEST_FILE, type Manifest, parseManifest } from '../manifest';
import { sha256Of } from './hash';
import { RUNTIME_OUTPUT } from './paths';

/** One file to be published. */
export interface Output {
  readonly role: AssetRole;
  readonly raw: Uint8Array;
  /** What lies on the host. */
  readonly stored: Uint8Array;
  readonly compression: Asset['compression'];
}

/**
 * Describes a file and names it by its content. The extension is one that no host takes for text,
 * so none compresses it again or says a `Content-Encoding` that would hide its size.
 */
export function describeAsset({ role, raw, stored, compression }: Output): Asset {
  const storedSha256 = sha256Of(stored);
  return {
    role,
    file: `${role}-${storedSha256.slice(0, 16)}.bin`,
    compression,
    storedBytes: stored.length,
    storedSha256,
    rawBytes: raw.length,
    rawSha256: sha256Of(raw),
  };
}

/**
 * Writes the files, then the manifest, then removes what no longer belongs: whoever reads the
 * manifest finds what it names.
 */
export async function writeAssets(outputs: readonly Output[], versions: Versions): Promise<Manifest> {
  const described = outputs.map((output) => ({ output, asset: describeAsset(output) }));
  const assets = described.map(({ asset }) => asset);
  const manifest: Manifest = { format: 'orm-pilot/runtime@1', versions, assets };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  parseManifest(text);
  await mkdir(RUNTIME_OUTPUT, { recursive: true });
  for (const { output, asset } of described) await replace(asset.file, output.stored);
  await replace(MANIFEST_FILE, text);
  const wanted = new Set([MANIFEST_FILE, ...assets.map((asset) => asset.file)]);
  for (const name of await readdir(RUNTIME_OUTPUT)) {
    if (!wanted.has(name)) await rm(join(RUNTIME_OUTPUT, name), { recursive: true });
  }
  return manifest;
}

async function replace(name: string, content: string | Uint8Array): Promise<void> {
  const path = join(RUNTIME_OUTPUT, name);
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}
