import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPyodide, type PyodideAPI } from 'pyodide';
import { z } from 'zod';
import { BUILD_PYTHON, PYODIDE } from './paths';

/**
 * A plain interpreter in this process, in which the build runs its Python programs: what compiles a
 * module is then the very Python that will load it.
 *
 * `PYTHONNODEBUGRANGES`: library code is compiled without columns (lines stay). They would only draw
 * the carets of a traceback, for which the sources would be needed too; and they are a tenth of the download.
 */
export async function buildInterpreter(): Promise<PyodideAPI> {
  const python = await loadPyodide({
    indexURL: PYODIDE,
    env: { HOME: '/home/pyodide', PYTHONHASHSEED: '0', PYTHONNODEBUGRANGES: '1' },
  });
  python.FS.mkdirTree('/build');
  for (const name of ['language_files.py', 'pack.py', 'wheel_licences.py']) {
    python.FS.writeFile(`/build/${name}`, await readFile(join(BUILD_PYTHON, name)));
  }
  python.runPython('import sys; sys.path.insert(0, "/build")');
  return python;
}

const PackageSchema = z.object({ version: z.string() });

/** The version of the installed Pyodide. */
export async function pyodideVersion(): Promise<string> {
  return PackageSchema.parse(JSON.parse(await readFile(join(PYODIDE, 'package.json'), 'utf8'))).version;
}
