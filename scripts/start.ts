import { BuildError } from '../lib/runtime/build/build-error';
import { BASE_PATH, buildSite, SITE } from './build-site';
import { PolicyError } from './csp';
import { serveSite } from './serve';

/** Tried first when `PORT` is not set. */
const DEFAULT_PORT = 3000;

/** `npm start`: builds what is missing or older than its sources, serves the site and prints its address. */
async function main(): Promise<void> {
  await buildSite();
  const port = Number(process.env.PORT ?? DEFAULT_PORT);
  const { origin } = await serveSite(SITE, { port, basePath: BASE_PATH });
  console.log(`ORM Pilot is at ${origin}${BASE_PATH}/ (Ctrl+C stops it).`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof BuildError || error instanceof PolicyError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
