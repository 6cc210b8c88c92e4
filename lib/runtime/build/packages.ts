import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { filesUnder, hashOfFiles, sha256Of } from './hash';
import { BUILD_PYTHON, PYODIDE, PYTHON_SOURCES } from './paths';
import { buildInterpreter } from './python-host';
import { cached } from './step-cache';
import type { Wheels } from './wheels';

/** Our own modules that go into the interpreter: no tests, no caches. */
const OWN = (path: string): boolean => /^(ormpilot|visible)\/.*\.py$/.test(path);

/** Whole archives of modules, each a stored zip: as one piece they compress far better than file by file. */
export interface Archives {
  readonly stdlib: Uint8Array;
  readonly packages: Uint8Array;
}

/** Where the archives lie in an interpreter's file system. */
const STDLIB_PATH = '/lib/python314.zip';
const PACKAGES_PATH = '/lib/packages.zip';

/** Compiles the standard library, the packages and our own modules, each only when it has changed. */
export async function makeArchives(wheels: Wheels, pyodideVersion: string): Promise<Archives> {
  const { stdlib, packages: third } = await makeThirdParty(wheels, pyodideVersion);
  const key = sha256Of(third, await packerKey(pyodideVersion), await hashOfFiles(PYTHON_SOURCES, OWN));
  return { stdlib, packages: await cached('packages', key, () => addOwn(third)) };
}

/** The same without our own modules, for tests that run those from their sources. */
export async function makeThirdParty(wheels: Wheels, pyodideVersion: string): Promise<Archives> {
  const key = await packerKey(pyodideVersion);
  return {
    stdlib: await cached('stdlib', key, packStdlib),
    packages: await cached('third-party', sha256Of(key, wheels.key), () => packWheels(wheels)),
  };
}

async function packerKey(pyodideVersion: string): Promise<string> {
  return sha256Of(pyodideVersion, await readFile(join(BUILD_PYTHON, 'pack.py')));
}

/**
 * The archives without the modules that a snapshot holds already.
 * @param loaded paths of those modules as their loaders gave them: `/lib/packages.zip/django/__init__.pyc`
 */
export async function withoutLoaded(archives: Archives, loaded: readonly string[]): Promise<Archives> {
  const key = sha256Of(
    archives.stdlib,
    archives.packages,
    loaded.join('\n'),
    await readFile(join(BUILD_PYTHON, 'pack.py')),
  );
  const rest = (name: keyof Archives, path: string) =>
    cached(`${name}-rest`, key, async () => {
      const python = await buildInterpreter();
      python.FS.writeFile('/build/whole.zip', archives[name]);
      const inside = loaded
        .filter((file) => dirname(file).startsWith(path))
        .map((file) => file.slice(path.length + 1));
      python.pyimport('pack').without('/build/whole.zip', python.toPy(inside), '/build/rest.zip');
      return python.FS.readFile('/build/rest.zip');
    });
  return { stdlib: await rest('stdlib', STDLIB_PATH), packages: await rest('packages', PACKAGES_PATH) };
}

async function packStdlib(): Promise<Uint8Array> {
  const python = await buildInterpreter();
  python.FS.writeFile('/build/source.zip', await readFile(join(PYODIDE, 'python_stdlib.zip')));
  python.pyimport('pack').pack_stdlib('/build/source.zip', '/build/out.zip');
  return python.FS.readFile('/build/out.zip');
}

async function packWheels({ files }: Wheels): Promise<Uint8Array> {
  const python = await buildInterpreter();
  python.FS.mkdirTree('/build/wheels');
  const inside: string[] = [];
  for (const file of files) {
    inside.push(`/build/wheels/${basename(file)}`);
    python.FS.writeFile(`/build/wheels/${basename(file)}`, await readFile(file));
  }
  python.pyimport('pack').pack_packages(python.toPy(inside), '/build/out.zip');
  return python.FS.readFile('/build/out.zip');
}

async function addOwn(third: Uint8Array): Promise<Uint8Array> {
  const python = await buildInterpreter();
  for (const path of await filesUnder(PYTHON_SOURCES, OWN)) {
    python.FS.mkdirTree(`/build/own/${dirname(path)}`);
    python.FS.writeFile(`/build/own/${path}`, await readFile(join(PYTHON_SOURCES, path)));
  }
  python.FS.writeFile('/build/out.zip', third);
  python.pyimport('pack').add_own('/build/out.zip', '/build/own');
  return python.FS.readFile('/build/out.zip');
}
