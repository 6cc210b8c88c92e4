import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CACHE, ROOT } from '../../lib/runtime/build/paths';
import { BASE_PATH, SITE } from '../build-site';
import { runNodeScript } from '../process';
import type { Figure } from './figure';

const KILOBYTE = 1_000;
/** Pages that are worked on rather than read, by the beginning of their address; they may bring more. */
const TOOLS = ['/play'];
const MOST_ON_TEXT = 20;
const MOST_ON_TOOL = 50;

const EMPTY = join(CACHE, 'bench', 'empty-page');
const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');
const EMPTY_FILES = {
  'package.json': '{"private": true, "type": "module"}',
  'next.config.js': `export default { output: 'export', turbopack: { root: ${JSON.stringify(ROOT)} } };`,
  'app/layout.jsx': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>;\n',
  'app/page.jsx': 'export default () => <p>Nothing.</p>;\n',
} as const;

/**
 * Script that a page asks for before it is first painted, over what an empty page of the framework asks for
 * when the same versions build it: per route, in kB (1,000 bytes) as gzip packs it.
 */
export async function scriptFigures(): Promise<Figure[]> {
  const empty = await bytesOf(await buildEmptyPage(), 'index.html', '');
  const routes = await routesIn(SITE);
  const figures: Figure[] = [];
  for (const route of routes) {
    const bytes = await bytesOf(SITE, join(route, 'index.html'), BASE_PATH);
    const address = `/${route}`;
    const isTool = TOOLS.some((tool) => address.startsWith(tool));
    figures.push({
      name: `script of our own before first paint, ${address}`,
      value: (bytes - empty) / KILOBYTE,
      unit: 'kB',
      bound: { atMost: isTool ? MOST_ON_TOOL : MOST_ON_TEXT },
      detail: `${(bytes / KILOBYTE).toFixed(0)} kB, ${(empty / KILOBYTE).toFixed(0)} of them the framework's`,
    });
  }
  return figures;
}

async function buildEmptyPage(): Promise<string> {
  await rm(EMPTY, { recursive: true, force: true });
  for (const [name, text] of Object.entries(EMPTY_FILES)) {
    await mkdir(join(EMPTY, name, '..'), { recursive: true });
    await writeFile(join(EMPTY, name), text);
  }
  const code = await runNodeScript(NEXT, ['build', EMPTY], { NEXT_TELEMETRY_DISABLED: '1' });
  if (code !== 0) throw new Error('The framework could not build an empty page; its own words are above.');
  return join(EMPTY, 'out');
}

/** Folders of the site that are pages: `''`, `play`, `scenarios/n-plus-one`. */
async function routesIn(site: string): Promise<string[]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name === 'index.html')
    .map((entry) => relative(site, entry.parentPath))
    .filter((route) => !/^(404|_not-found|_next|licences)/.test(route))
    .sort();
}

/** Packed bytes of all scripts that a page names; those for browsers without modules are never fetched. */
async function bytesOf(site: string, page: string, basePath: string): Promise<number> {
  const html = await readFile(join(site, page), 'utf8');
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? []);
  let bytes = 0;
  for (const address of new Set(scripts)) {
    const path = address.slice(basePath.length).replace(/[?#].*$/, '');
    bytes += gzipSync(await readFile(join(site, path)), { level: 9 }).length;
  }
  return bytes;
}
