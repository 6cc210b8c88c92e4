import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { sha256Of } from './hash';
import { BUILD, BUILD_PYTHON, PYODIDE } from './paths';
import { cached } from './step-cache';

const run = promisify(execFile);
const PROGRAM = join(BUILD_PYTHON, 'compress.py');

/**
 * Compresses bytes by Zstandard in a process of its own, or takes the result from the cache.
 *
 * @param name what they are, for the cache
 * @param level 1 to 22; 19 takes half a second for a megabyte, 3 is for work on the runtime
 */
export async function zstd(name: string, raw: Uint8Array, level: number): Promise<Uint8Array> {
  const key = sha256Of(raw, String(level), await readFile(PROGRAM));
  return cached(`${name}-zstd`, key, async () => {
    const directory = await mkdtemp(join(tmpdir(), 'orm-pilot-'));
    const [source, target] = [join(directory, 'raw'), join(directory, 'compressed')];
    try {
      await writeFile(source, raw);
      const script = join(BUILD, 'compress-process.mjs');
      await run(process.execPath, [script, PYODIDE, PROGRAM, source, target, String(level)]);
      return await readFile(target);
    } finally {
      await rm(directory, { recursive: true });
    }
  });
}

/** Compresses bytes by gzip, as far as it goes; for the few hundred kilobytes of which it makes some 10 % more than Zstandard. */
export function gzip(raw: Uint8Array): Uint8Array {
  return gzipSync(raw, { level: 9 });
}
