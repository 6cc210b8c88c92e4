import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ROOT } from '../lib/runtime/build/paths';
import { BASE_PATH, buildSite, SITE } from './build-site';
import { BROWSER_FLAGS, findBrowser } from './find-browser';
import { serveSite } from './serve';

const PICTURES = join(ROOT, 'docs', 'images');

/** `npm run pictures`: takes the README's picture from the page, after a run in it. */
async function main(): Promise<void> {
  await buildSite();
  const server = await serveSite(SITE, { basePath: BASE_PATH });
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_FLAGS] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, colorScheme: 'light' });
    await page.goto(`${server.origin}${BASE_PATH}/play/`);
    await page.getByRole('button', { name: 'Run both' }).click();
    await page.getByText('Ran just now', { exact: true }).waitFor();
    await mkdir(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, 'play.png') });
  } finally {
    await browser.close();
    await server.close();
  }
}

await main();
