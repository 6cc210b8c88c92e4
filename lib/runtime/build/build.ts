import { BuildError } from './build-error';
import { buildRuntime } from './build-runtime';

try {
  await buildRuntime(process.argv.includes('--fast') ? 'fast' : 'full');
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
