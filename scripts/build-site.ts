import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BuildError } from '../lib/runtime/build/build-error';
import { buildRuntime } from '../lib/runtime/build/build-runtime';
import { hashOfFiles, sha256Of } from '../lib/runtime/build/hash';
import { CACHE, ROOT } from '../lib/runtime/build/paths';
import { pagesUnder, policyOf, writePolicies } from './csp';
import { runNodeScript } from './process';

/** Where Next writes the exported site. */
export const SITE = join(ROOT, 'out');

/** The folder that the site is built for: `''`, or like `/orm-pilot`. */
export const BASE_PATH = process.env.ORM_PILOT_BASE_PATH ?? '';

/** Where it will be served from, for the addresses of pictures that chat apps fetch. */
const ORIGIN = process.env.ORM_PILOT_ORIGIN ?? '';

const STAMP = join(CACHE, 'site', 'stamp');
const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');

const FOLDERS = ['app', 'components', 'lib', 'public'];
const FILES = [
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
  'scripts/csp.ts',
];

/** Tests and what only the command line runs make no page. */
const IS_INPUT = (path: string): boolean => !/\.test\.tsx?$|__pycache__|(^|\/)tests\//.test(path);

/**
 * Builds the site into `out/` unless it is up to date: the runtime, Next's export, a policy in each page.
 * @throws BuildError with a sentence, PolicyError when a page cannot be given a policy
 */
export async function buildSite(): Promise<void> {
  await buildRuntime();
  const inputs = await siteInputs();
  if (await isUpToDate(inputs)) return;
  await rm(STAMP, { force: true });
  console.error('Building the site');
  const code = await runNodeScript(NEXT, ['build'], { NEXT_TELEMETRY_DISABLED: '1' });
  if (code !== 0) throw new BuildError('Next could not build the site; its own words are above.');
  const pages = await writePolicies(SITE);
  console.error(`${pages} pages, each with its policy`);
  await mkdir(dirname(STAMP), { recursive: true });
  await writeFile(STAMP, inputs);
}

/** Hash of everything that the site is made from. */
async function siteInputs(): Promise<string> {
  const folders = await Promise.all(FOLDERS.map((folder) => hashOfFiles(join(ROOT, folder), IS_INPUT)));
  const files = await Promise.all(FILES.map((file) => readFile(join(ROOT, file))));
  return sha256Of(BASE_PATH, ORIGIN, ...folders, ...files);
}

async function isUpToDate(inputs: string): Promise<boolean> {
  try {
    if ((await readFile(STAMP, 'utf8')) !== inputs) return false;
    for (const page of await pagesUnder(SITE)) policyOf(await readFile(join(SITE, page), 'utf8'));
    return true;
  } catch {
    return false;
  }
}
