import { BuildError } from './build-error';
import { buildRuntime } from './build-runtime';

try {
  await buildRuntime(process.argv.includes('--fast') ? 'fast' : 'full');
} catch (error) {
  // Node would print the line that threw, which is all of Pyodide's minified script.
  console.error(error instanceof BuildError ? error.message : error instanceof Error ? error.stack : error);
  process.exitCode = 1;
}
