import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from './hash';
import { BUILD_PYTHON } from './paths';
import { buildInterpreter } from './python-host';
import { cached } from './step-cache';

/**
 * Compresses bytes by Zstandard, or takes the result from the cache.
 *
 * @param name what they are, for the cache
 * @param level 1 to 22; 19 takes half a second for a megabyte, 3 is for work on the runtime
 */
export async function zstd(name: string, raw: Uint8Array, level: number): Promise<Uint8Array> {
  const key = sha256Of(raw, String(level), await readFile(join(BUILD_PYTHON, 'compress.py')));
  return cached(`${name}-zstd`, key, async () => {
    const python = await buildInterpreter();
    python.FS.writeFile('/build/raw', raw);
    python.pyimport('compress').compress('/build/raw', '/build/compressed', level);
    return python.FS.readFile('/build/compressed');
  });
}
