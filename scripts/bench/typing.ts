import type { Browser } from '@playwright/test';
import { PlayPage } from '../../e2e/support/play-page';
import type { Figure } from './figure';

const KEYS = 80;
const BETWEEN_KEYS_MS = 60;
const SHARE = 0.95;
const SCENARIO = 'first-steps';
const CELL = 'Create';
/** Sends statements for far longer than it is typed beside it. */
const LONG_RUN = 'for _ in range(1_000_000): Book.objects.count()';

/**
 * From a key pressed in one side's editor until the next picture is drawn, while the other side sends statements: the
 * 95th percentile.
 * @param origin of the built site, with its base path
 */
export async function typingFigure(browser: Browser, origin: string): Promise<Figure> {
  const context = await browser.newContext({ baseURL: `${origin}/`, viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const play = new PlayPage(page);
    await play.open(SCENARIO);
    await play.write(CELL, 'django', LONG_RUN);
    await page.getByRole('button', { name: /^Run (both|again)/ }).click();
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await page.getByRole('button', { name: `Edit ${CELL}, SQLAlchemy` }).click();
    await play.cell(CELL, 'sqlalchemy').locator('.monaco-editor').first().waitFor();
    await page.evaluate(() => {
      const taken: number[] = [];
      Object.assign(globalThis, { taken });
      addEventListener(
        'keydown',
        ({ timeStamp }) =>
          requestAnimationFrame(() => setTimeout(() => taken.push(performance.now() - timeStamp))),
        true,
      );
    });
    for (let key = 0; key < KEYS; key += 1) {
      await page.keyboard.press(key % 20 === 19 ? 'Enter' : 'x');
      await page.waitForTimeout(BETWEEN_KEYS_MS);
    }
    const isRunning = await page.getByRole('button', { name: 'Stop' }).isVisible();
    if (!isRunning)
      throw new Error('The run ended before all was typed: the figure would be of another thing.');
    const taken = await page.evaluate(() => Reflect.get(globalThis, 'taken') as number[]);
    const sorted = taken.sort((one, other) => one - other);
    return {
      name: `typing while a run is going, ${100 * SHARE}th percentile`,
      value: sorted[Math.ceil(SHARE * sorted.length) - 1] ?? Number.NaN,
      unit: 'ms',
      bound: { atMost: 50 },
      detail: `${sorted.length} keys, median ${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0)} ms, longest ${(sorted.at(-1) ?? 0).toFixed(0)} ms`,
    };
  } finally {
    await context.close();
  }
}
