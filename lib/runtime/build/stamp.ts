import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST_FILE, parseManifest } from '../manifest';
import { hashOfFiles, sha256Of } from './hash';
import { CACHE, LICENCES_OUTPUT, ROOT, RUNTIME_OUTPUT } from './paths';

const STAMP = join(CACHE, 'runtime', 'stamp');

/** Sources that end up in the runtime or decide what does: no tests, nothing that was generated. */
const INPUT = (path: string): boolean =>
  /\.(ts|py|txt|md)$/.test(path) && !/\.test\.ts$|(^|\/)(tests|node|__pycache__)\//.test(path);

/** Hash of everything that the runtime is made from. */
async function inputs(level: number): Promise<string> {
  const lock = await readFile(join(ROOT, 'package-lock.json'));
  const sources = await Promise.all(['orm', 'trace', 'runtime', 'util'].map((part) => hashOfFiles(join(ROOT, 'lib', part), INPUT)));
  return sha256Of(lock, String(level), ...sources);
}

/** Whether the runtime on disk is whole and was made from the sources as they are now. */
export async function isUpToDate(level: number): Promise<boolean> {
  const stamp = await readFile(STAMP, 'utf8').catch(() => null);
  if (stamp === null || stamp !== (await inputs(level))) return false;
  try {
    const { assets } = parseManifest(await readFile(join(RUNTIME_OUTPUT, MANIFEST_FILE), 'utf8'));
    const present = new Set(await readdir(RUNTIME_OUTPUT));
    const licences = await readdir(LICENCES_OUTPUT);
    return licences.length > 0 && assets.every((asset) => present.has(asset.file));
  } catch {
    return false;
  }
}

/** Notes that the runtime was made from the sources as they are now. */
export async function writeStamp(level: number): Promise<void> {
  await mkdir(join(CACHE, 'runtime'), { recursive: true });
  await writeFile(STAMP, await inputs(level));
}
