import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BuildError } from './build-error';
import { pythonWithPip } from './find-python';
import { sha256Of } from './hash';
import { CACHE, REQUIREMENTS } from './paths';

const run = promisify(execFile);

/** The wheels of one requirements file. */
export interface Wheels {
  /** Hash of the requirements that they were downloaded for. */
  readonly key: string;
  /** Absolute paths, sorted by name. */
  readonly files: readonly string[];
}

/**
 * The wheels named in a file of requirements, downloaded by pip when they are not in the cache.
 * pip checks each file against its hash, also those of MarkupSafe's wheel for another platform, of
 * which only the Python files are used.
 * @throws BuildError when there is no pip, or when it cannot download them
 */
export async function wheels(requirements = REQUIREMENTS): Promise<Wheels> {
  const key = sha256Of(await readFile(requirements, 'utf8'));
  const directory = join(CACHE, 'wheels', key.slice(0, 16));
  if (!(await exists(directory))) await download(directory, requirements);
  const names = (await readdir(directory)).filter((name) => name.endsWith('.whl')).sort();
  return { key, files: names.map((name) => join(directory, name)) };
}

async function exists(directory: string): Promise<boolean> {
  return readdir(directory).then(
    () => true,
    () => false,
  );
}

async function download(directory: string, requirements: string): Promise<void> {
  const python = await pythonWithPip();
  const unfinished = `${directory}.part`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  try {
    await run(python.command, [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--disable-pip-version-check',
      '--require-hashes',
      '--no-deps',
      '--only-binary=:all:',
      '--platform',
      'any',
      '--platform',
      'manylinux2014_x86_64',
      '--implementation',
      'cp',
      '--python-version',
      '3.14',
      '--dest',
      unfinished,
      '--requirement',
      requirements,
    ]);
  } catch (error) {
    const said =
      typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : String(error);
    throw new BuildError(
      `pip could not download the Python packages. Check the network and try again.\n${said.trim()}`,
    );
  }
  await rename(unfinished, directory);
}
