import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { MANIFEST_FILE, parseManifest } from '../manifest';
import { hashOfFiles, sha256Of } from './hash';
import { CACHE, LICENCES_OUTPUT, ROOT, RUNTIME_OUTPUT } from './paths';

const STAMP = join(CACHE, 'runtime', 'stamp.json');
const StampSchema = z.object({ inputs: z.string(), level: z.number() });

/** Sources that end up in the runtime or decide what does: no tests, nothing that only Node's host uses. */
const INPUT = (path: string): boolean =>
  /\.(ts|py|txt|json)$/.test(path) && !/\.test\.ts$|(^|\/)(tests|node|__pycache__)\//.test(path);

/** Hash of everything that the runtime is made from. */
export async function runtimeInputs(): Promise<string> {
  const lock = await readFile(join(ROOT, 'package-lock.json'));
  const parts = ['orm', 'trace', 'runtime', 'inspect', 'util', 'language/worker'];
  const known = await readdir(join(ROOT, 'lib'));
  const sources = await Promise.all(
    parts
      .filter((part) => known.includes(part.split('/')[0] ?? part))
      .map((part) => hashOfFiles(join(ROOT, 'lib', part), INPUT)),
  );
  return sha256Of(lock, ...sources);
}

/**
 * Whether the runtime on disk is whole, was made from these inputs, and is compressed at least so far.
 * @param inputs what `runtimeInputs` says now
 */
export async function isUpToDate(inputs: string, level: number): Promise<boolean> {
  try {
    const stamp = StampSchema.parse(JSON.parse(await readFile(STAMP, 'utf8')));
    if (stamp.inputs !== inputs || stamp.level < level) return false;
    const { assets } = parseManifest(await readFile(join(RUNTIME_OUTPUT, MANIFEST_FILE), 'utf8'));
    const present = new Set(await readdir(RUNTIME_OUTPUT));
    const licences = await readdir(LICENCES_OUTPUT);
    return licences.length > 0 && assets.every((asset) => present.has(asset.file));
  } catch {
    return false;
  }
}

/** Notes what the runtime was made from: inputs as they were when the build began. */
export async function writeStamp(inputs: string, level: number): Promise<void> {
  await mkdir(join(CACHE, 'runtime'), { recursive: true });
  await writeFile(STAMP, JSON.stringify({ inputs, level }));
}
