import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { ROOT } from '../../lib/runtime/build/paths';

const ESCAPES = join(ROOT, 'e2e', 'escapes');

/** A Python program that tries to get out of its sandbox; it prints `GOT` where it believes it did. */
export interface Escape {
  readonly name: string;
  /** What it tries: the first line of its docstring. */
  readonly title: string;
  readonly script: string;
}

/** All escape attempts, by name. */
export async function escapes(): Promise<Escape[]> {
  const files = (await readdir(ESCAPES)).filter((file) => file.endsWith('.py')).sort();
  return Promise.all(
    files.map(async (file) => {
      const script = await readFile(join(ESCAPES, file), 'utf8');
      return { name: file.slice(0, -3), title: /^"""(.*?)\.?(?:"""|$)/mu.exec(script)?.[1] ?? file, script };
    }),
  );
}

/**
 * Opens a page of the site, with its own policy, and adds the tests' script. The page is truly served:
 * one that Playwright makes up belongs to no address, from which Chromium lets nothing reach localhost.
 */
export async function openEnginePage(page: Page, site: string): Promise<void> {
  const script = await pageScript();
  await page.route(`${site}/engine-tools.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  );
  await page.goto(`${site}/404.html`);
  await page.addScriptTag({ url: `${site}/engine-tools.js`, type: 'module' });
  await page.waitForFunction(() => 'engineTools' in globalThis);
}

let bundled: Promise<string> | null = null;

function pageScript(): Promise<string> {
  bundled ??= build({
    entryPoints: [join(ROOT, 'e2e', 'support', 'engine-page.ts')],
    bundle: true,
    format: 'esm',
    write: false,
    platform: 'browser',
    target: 'es2022',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return bundled;
}
