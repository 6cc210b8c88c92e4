import { withSourceInterpreter } from './source-interpreter';

/**
 * `npm run test:python [-- PATTERN]`: runs `lib/runtime/python/tests` inside Pyodide, our modules from
 * their sources and the packages from the wheels; so without a build of the runtime.
 */
const pattern = process.argv[2];
const passed = await withSourceInterpreter((python) =>
  Boolean(python.pyimport('run_tests').run(...(pattern === undefined ? [] : [pattern]))),
);
process.exitCode = passed ? 0 : 1;
