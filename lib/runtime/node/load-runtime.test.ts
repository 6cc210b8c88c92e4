import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeAsset, type Output } from '../build/write-assets';
import { AssetRoleSchema, type Manifest } from '../manifest';
import { loadRuntime } from './load-runtime';

const RAW = new TextEncoder().encode('what it unpacks to');
/** `RAW` as the command line tool `zstd` compresses it. */
const ZSTD = Buffer.from('KLUv/QRYkQAAd2hhdCBpdCB1bnBhY2tzIHRvd0uDxA==', 'base64');

let directory: string;
let manifest: Manifest;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'runtime-test-'));
  const outputs = AssetRoleSchema.options.map((role): Output => {
    if (role === 'core') return { role, raw: RAW, stored: ZSTD, compression: 'zstd' };
    if (role === 'snapshot') return { role, raw: RAW, stored: gzipSync(RAW), compression: 'gzip' };
    return { role, raw: RAW, stored: RAW, compression: 'none' };
  });
  const versions = { python: '3', sqlite: '3', pyodide: '1', django: '6', sqlalchemy: '2', alembic: '1' };
  manifest = { format: 'orm-pilot/runtime@1', versions, assets: outputs.map(describeAsset) };
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(manifest));
  for (const output of outputs) await writeFile(join(directory, describeAsset(output).file), output.stored);
});
afterEach(() => rm(directory, { recursive: true }));

function pathOf(role: string): string {
  return join(directory, manifest.assets.find((asset) => asset.role === role)?.file ?? '');
}

it('unpacks what each file holds, however it is compressed', async () => {
  const runtime = await loadRuntime(directory);
  for (const role of ['core', 'snapshot', 'packages'] as const) {
    expect(new TextDecoder().decode(await runtime.bytes(role))).toBe('what it unpacks to');
  }
});

it('says which file is missing and what to do', async () => {
  await rm(pathOf('packages'));
  const runtime = await loadRuntime(directory);
  await expect(runtime.bytes('packages')).rejects.toThrow(/packages-\w{16}\.bin is missing.*build:runtime/);
});

it('refuses a file that is not what the manifest says', async () => {
  await writeFile(pathOf('packages'), 'something else');
  const runtime = await loadRuntime(directory);
  await expect(runtime.bytes('packages')).rejects.toThrow(/packages-\w{16}\.bin is damaged.*build:runtime/);
});

it('says that there is no runtime yet', async () => {
  await expect(loadRuntime(join(directory, 'none'))).rejects.toThrow(
    /manifest\.json is missing.*build:runtime/,
  );
});
