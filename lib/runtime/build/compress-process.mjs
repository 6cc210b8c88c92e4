// @ts-check
/**
 * A process of its own, so that two files are compressed at a time: `node compress-process.mjs
 * PYODIDE PROGRAM SOURCE TARGET LEVEL`. PROGRAM is `compress.py`; see there.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { loadPyodide } from 'pyodide';

const [indexURL = '', program = '', source = '', target = '', level = ''] = process.argv.slice(2);
const python = await loadPyodide({ indexURL });
python.FS.writeFile('/compress.py', await readFile(program));
python.FS.writeFile('/source', await readFile(source));
python.runPython('import sys; sys.path.insert(0, "/")');
python.pyimport('compress').compress('/source', '/target', Number(level));
await writeFile(target, python.FS.readFile('/target'));
