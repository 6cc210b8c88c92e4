import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Orm } from '../../lib/orm/orm';
import type { FoundPython } from '../../lib/runtime/build/find-python';
import { sha256Of } from '../../lib/runtime/build/hash';
import { CACHE, REQUIREMENTS, ROOT } from '../../lib/runtime/build/paths';

const run = promisify(execFile);
const PROGRAM = join(dirname(fileURLToPath(import.meta.url)), 'plain_run.py');

/**
 * The same packages as pip installs them on this machine, SQLAlchemy's C extensions included: a plain
 * process has them, so it is measured with them.
 */
export async function installedPackages(python: FoundPython): Promise<string> {
  const pinned = [...(await readFile(REQUIREMENTS, 'utf8')).matchAll(/^[A-Za-z][\w-]*==[\w.]+/gm)].map(
    ([requirement]) => requirement,
  );
  const key = sha256Of(python.command, python.version, ...pinned).slice(0, 16);
  const directory = join(CACHE, 'bench', key);
  if (await isThere(directory)) return directory;
  const unfinished = `${directory}.part`;
  await rm(unfinished, { recursive: true, force: true });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps'];
  await run(python.command, [...pip, '--only-binary=:all:', '--target', unfinished, ...pinned]);
  await rename(unfinished, directory);
  return directory;
}

function isThere(directory: string): Promise<boolean> {
  return readdir(directory).then(
    () => true,
    () => false,
  );
}

/**
 * Runs a scenario's program in a process of a native CPython, from its start to its end.
 *
 * @param packages the directory that `installedPackages` made
 * @param image the database to start from
 * @returns seconds, and how many statements it sent
 */
export async function runPlainly(
  python: FoundPython,
  packages: string,
  orm: Orm,
  scenario: string,
  image: Uint8Array,
): Promise<{ seconds: number; statements: number }> {
  const directory = await mkdtemp(join(tmpdir(), 'orm-pilot-bench-'));
  try {
    const database = join(directory, 'data.sqlite');
    await writeFile(database, image);
    const folder = join(ROOT, 'lib', 'scenarios', scenario, orm);
    const env = { ...process.env, PYTHONPATH: packages };
    const start = performance.now();
    const { stdout } = await run(python.command, [PROGRAM, orm, folder, database], { env });
    const seconds = (performance.now() - start) / 1000;
    return { seconds, statements: (JSON.parse(stdout) as unknown[]).length };
  } finally {
    await rm(directory, { recursive: true });
  }
}
