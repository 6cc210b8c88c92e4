import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, absolute. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Everything that can be made again: wheels, unfinished steps, stamps. */
export const CACHE = join(ROOT, '.cache');

/** Where the site serves the runtime from. */
export const RUNTIME_OUTPUT = join(ROOT, 'public', 'runtime');

/** Where the site serves other people's licences from. */
export const LICENCES_OUTPUT = join(ROOT, 'public', 'licences');

/** The published JSON Schema of a trace; committed. */
export const TRACE_SCHEMA_OUTPUT = join(ROOT, 'public', 'schema', 'trace-1.json');

/** The build's own sources, and the Python programs that it runs in the interpreter. */
export const BUILD = join(ROOT, 'lib', 'runtime', 'build');
export const BUILD_PYTHON = join(BUILD, 'python');
export const REQUIREMENTS = join(BUILD, 'requirements.txt');
export const LANGUAGE_REQUIREMENTS = join(BUILD, 'language-requirements.txt');

/** Our own Python: the packages `ormpilot` and `visible`, and their tests. */
export const PYTHON_SOURCES = join(ROOT, 'lib', 'runtime', 'python');

/** The interpreter as npm delivers it. */
export const PYODIDE = join(ROOT, 'node_modules', 'pyodide');

/** The formatter as npm delivers it. */
export const FORMATTER_WASM = join(ROOT, 'node_modules', '@astral-sh', 'ruff-wasm-web', 'ruff_wasm_bg.wasm');

/** SQLite for the inspector, as npm delivers it. */
export const INSPECTOR_WASM = join(ROOT, 'node_modules', 'sql.js', 'dist', 'sql-wasm-browser.wasm');
