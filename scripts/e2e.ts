import { join } from 'node:path';
import { ROOT } from '../lib/runtime/build/paths';
import { findBrowser, NoBrowserError } from './find-browser';
import { runNodeScript } from './process';

const PLAYWRIGHT = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');

/** `npm run test:e2e [-- FILTER …]`: the tests in a browser, on the site as it was built last. */
try {
  const CHROME_PATH = await findBrowser();
  process.exitCode = await runNodeScript(PLAYWRIGHT, ['test', ...process.argv.slice(2)], { CHROME_PATH });
} catch (error) {
  if (!(error instanceof NoBrowserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
