import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { ROOT } from '../../lib/runtime/build/paths';

/**
 * Opens a page of the site, with its own policy, and adds a script of the tests'. The page is truly served:
 * one that Playwright makes up belongs to no address, from which Chromium lets nothing reach localhost.
 *
 * @param entry the script's source in `e2e/support/`
 * @param global what it sets when it is there
 */
export async function openPageWith(page: Page, site: string, entry: string, global: string): Promise<void> {
  const script = await bundled(entry);
  await page.route(`${site}/test-script.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  );
  await page.goto(`${site}/404.html`);
  await page.addScriptTag({ url: `${site}/test-script.js`, type: 'module' });
  await page.waitForFunction((name) => name in globalThis, global);
}

const bundles = new Map<string, Promise<string>>();

function bundled(entry: string): Promise<string> {
  const known =
    bundles.get(entry) ??
    build({
      entryPoints: [join(ROOT, 'e2e', 'support', entry)],
      bundle: true,
      format: 'esm',
      write: false,
      platform: 'browser',
      target: 'es2022',
    }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  bundles.set(entry, known);
  return known;
}
