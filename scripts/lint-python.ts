import { execFile } from 'node:child_process';
import { readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BuildError } from '../lib/runtime/build/build-error';
import { pythonWithPip } from '../lib/runtime/build/find-python';
import { sha256Of } from '../lib/runtime/build/hash';
import { CACHE, ROOT } from '../lib/runtime/build/paths';
import { runCommand } from './process';

const run = promisify(execFile);
const REQUIREMENTS = join(dirname(fileURLToPath(import.meta.url)), 'python-tools.txt');

/**
 * `npm run test:lint-python` checks our Python by ruff, its format too; with `--fix` it mends what it can.
 * ruff comes by pip, pinned by its hashes, into the cache: no virtual environment is needed.
 */
async function main(fix: boolean): Promise<number> {
  const ruff = await installedRuff();
  const lint = await runCommand(ruff, ['check', '--quiet', ...(fix ? ['--fix'] : []), join(ROOT, 'lib')]);
  const format = await runCommand(ruff, ['format', '--quiet', ...(fix ? [] : ['--diff']), join(ROOT, 'lib')]);
  return lint === 0 && format === 0 ? 0 : 1;
}

async function installedRuff(): Promise<string> {
  const key = sha256Of(await readFile(REQUIREMENTS, 'utf8'));
  const directory = join(CACHE, 'python-tools', key.slice(0, 16));
  const ruff = join(directory, 'bin', process.platform === 'win32' ? 'ruff.exe' : 'ruff');
  if (await works(ruff)) return ruff;
  const { command } = await pythonWithPip();
  const unfinished = `${directory}.part`;
  await rm(unfinished, { recursive: true, force: true });
  await rm(directory, { recursive: true, force: true });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps'];
  const pinned = [
    '--require-hashes',
    '--only-binary=:all:',
    '--target',
    unfinished,
    '--requirement',
    REQUIREMENTS,
  ];
  if ((await runCommand(command, [...pip, ...pinned])) !== 0)
    throw new BuildError('pip could not install ruff. Check the network and try again.');
  await rename(unfinished, directory);
  return ruff;
}

function works(ruff: string): Promise<boolean> {
  return run(ruff, ['--version']).then(
    () => true,
    () => false,
  );
}

try {
  process.exitCode = await main(process.argv.includes('--fix'));
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
