import { chromium } from '@playwright/test';
import { findNativePython } from '../lib/runtime/node/native-python';
import { type Figure, type Missing, tableOf } from './bench/figure';
import { vitalsFigures } from './bench/page-figures';
import { scriptFigures } from './bench/script-size';
import { statementRates } from './bench/statement-rate';
import { traceCosts } from './bench/trace-cost';
import { typingFigure } from './bench/typing';
import { visitFigures } from './bench/visits';
import { BASE_PATH, buildSite, SITE } from './build-site';
import { BROWSER_FLAGS, findBrowser } from './find-browser';
import { serveSite } from './serve';

/** All that is measured in a browser, on the built site. */
async function browserFigures(): Promise<(Figure | Missing)[]> {
  const site = await serveSite(SITE, { basePath: BASE_PATH });
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_FLAGS] });
  const origin = site.origin + BASE_PATH;
  try {
    return [
      ...(await visitFigures(browser, origin)),
      await typingFigure(browser, origin),
      ...(await vitalsFigures(browser, origin)),
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}

/** `npm run bench`: speed, size and memory, as ratios measured in one go. Commits nothing, fails nothing. */
await buildSite();
const results = [
  ...(await scriptFigures()),
  ...(await browserFigures()),
  ...(await traceCosts()),
  ...(await statementRates(await findNativePython())),
];
console.log(tableOf(results));
