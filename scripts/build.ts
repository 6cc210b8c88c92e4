import { BuildError } from '../lib/runtime/build/build-error';
import { buildSite } from './build-site';
import { PolicyError } from './csp';

/** `npm run build`: the site in `out/`, ready for any static host. */
try {
  await buildSite();
  console.log('The site is in out/.');
} catch (error) {
  if (!(error instanceof BuildError || error instanceof PolicyError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
