import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadPyodide, type PyodideAPI } from 'pyodide';
import { filesUnder } from '../build/hash';
import { makeThirdParty } from '../build/packages';
import { PYODIDE, PYTHON_SOURCES } from '../build/paths';
import { pyodideVersion } from '../build/python-host';
import { withRuntimeLock } from '../build/runtime-lock';
import { wheels } from '../build/wheels';

/**
 * Lends a plain interpreter in which our modules come from their sources and the packages from the
 * wheels: it needs no build of the runtime. What it prints goes to this process's own output.
 */
export async function withSourceInterpreter<T>(use: (python: PyodideAPI) => T | Promise<T>): Promise<T> {
  const { stdlib, packages } = await withRuntimeLock(async () =>
    makeThirdParty(await wheels(), await pyodideVersion()),
  );
  const directory = await mkdtemp(join(tmpdir(), 'orm-pilot-'));
  try {
    await writeFile(join(directory, 'stdlib.zip'), stdlib);
    const python = await loadPyodide({
      indexURL: PYODIDE,
      stdLibURL: join(directory, 'stdlib.zip'),
      env: { HOME: '/home/pyodide', PYTHONHASHSEED: '0' },
      stdout: (line) => process.stdout.write(`${line}\n`),
      stderr: (line) => process.stderr.write(`${line}\n`),
    });
    python.FS.writeFile('/lib/packages.zip', packages);
    for (const path of await filesUnder(PYTHON_SOURCES, (name) => name.endsWith('.py'))) {
      python.FS.mkdirTree(`/python/${dirname(path)}`);
      python.FS.writeFile(`/python/${path}`, await readFile(join(PYTHON_SOURCES, path)));
    }
    python.runPython('import sys; sys.path[:0] = ["/python"]; sys.path.append("/lib/packages.zip")');
    return await use(python);
  } finally {
    await rm(directory, { recursive: true });
  }
}
