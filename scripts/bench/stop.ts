import type { Page } from '@playwright/test';
import { openEnginePage } from '../../e2e/support/engine';
import { type Figure, median } from './figure';

const ROUNDS = 5;
const ENDLESS = 'print("before")\n\n# %% Endless\nwhile True:\n    pass\n';

/** From Stop until the next program could run, with an endless loop stopped and no spare. */
export async function stopFigure(page: Page, site: string): Promise<Figure> {
  await openEnginePage(page, site);
  await page.evaluate(() => engineTools.start());
  const program = { files: { 'models.py': '', 'script.py': ENDLESS }, image: null };
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    times.push((await page.evaluate((given) => engineTools.stop(given), program)).readyAgainMs / 1_000);
  }
  return {
    name: 'Stop to ready again, no spare',
    value: median(times),
    unit: 's',
    bound: { atMost: 1 },
    detail: times.map((seconds) => seconds.toFixed(2)).join(', '),
  };
}
