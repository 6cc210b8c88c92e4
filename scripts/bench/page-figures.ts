import type { Browser, Page } from '@playwright/test';
import { type Figure, median } from './figure';

const ROUNDS = 3;
/** How long a page is watched: what it does later is not part of its beginning. */
const WATCHED_MS = 4_000;
/** The part of a task above which it counts as blocking, ms (Lighthouse's own). */
const FREE_MS = 50;

/** The pages that are looked at, by name. */
const PAGES = [
  ['home', '/'],
  ['scenario', '/scenarios/n-plus-one/'],
  ['play', '/play/'],
] as const;

interface Vitals {
  /** Largest contentful paint, ms after the navigation. */
  readonly lcp: number;
  /** Total blocking time after the first contentful paint, ms. */
  readonly tbt: number;
  /** Cumulative layout shift. */
  readonly cls: number;
}

/**
 * Largest contentful paint, total blocking time and layout shift of three pages, as Lighthouse defines them, on
 * this machine without throttling.
 * @param origin of the built site, with its base path
 */
export async function vitalsFigures(browser: Browser, origin: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, path] of PAGES) {
    const rounds: Vitals[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await browser.newContext();
      const page = await context.newPage();
      rounds.push(await vitalsOf(page, origin + path));
      await context.close();
    }
    figures.push(
      { name: `${name}: largest contentful paint`, value: median(rounds.map(({ lcp }) => lcp)), unit: 'ms' },
      { name: `${name}: total blocking time`, value: median(rounds.map(({ tbt }) => tbt)), unit: 'ms' },
      { name: `${name}: cumulative layout shift`, value: median(rounds.map(({ cls }) => cls)), unit: '' },
    );
  }
  return figures;
}

async function vitalsOf(page: Page, url: string): Promise<Vitals> {
  await page.addInitScript(() => {
    const seen: { type: string; start: number; amount: number }[] = [];
    Object.assign(globalThis, { seenEntries: seen });
    const watch = (type: string, amountOf: (entry: PerformanceEntry) => number): void => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          seen.push({ type, start: entry.startTime, amount: amountOf(entry) });
      }).observe({ type, buffered: true });
    };
    const numberOf = (entry: PerformanceEntry, key: string): number => Number(Reflect.get(entry, key) ?? 0);
    watch('paint', () => 0);
    watch('largest-contentful-paint', (entry) => entry.startTime);
    watch('longtask', (entry) => entry.duration);
    watch('layout-shift', (entry) =>
      Reflect.get(entry, 'hadRecentInput') === true ? 0 : numberOf(entry, 'value'),
    );
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(WATCHED_MS);
  const seen = await page.evaluate(
    () => Reflect.get(globalThis, 'seenEntries') as { type: string; start: number; amount: number }[],
  );
  const of = (type: string) => seen.filter((entry) => entry.type === type);
  const firstPaint = Math.min(...of('paint').map(({ start }) => start));
  return {
    lcp: Math.max(...of('largest-contentful-paint').map(({ amount }) => amount)),
    tbt: of('longtask')
      .filter(({ start, amount }) => start + amount > firstPaint)
      .reduce((sum, { amount }) => sum + Math.max(0, amount - FREE_MS), 0),
    cls: of('layout-shift').reduce((sum, { amount }) => sum + amount, 0),
  };
}
