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

/** One thing that the page's own clock has seen; times in ms. */
interface Seen {
  readonly type: string;
  readonly start: number;
  readonly duration: number;
  /** By how much the layout moved without anybody's doing. */
  readonly shift: number;
}

async function vitalsOf(page: Page, url: string): Promise<Vitals> {
  // No function in it has a name: what keeps names in this script is not there in the page.
  await page.addInitScript(() => {
    const seen: Seen[] = [];
    Object.assign(globalThis, { seen });
    for (const type of ['paint', 'largest-contentful-paint', 'longtask', 'layout-shift']) {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const isMoved = type === 'layout-shift' && Reflect.get(entry, 'hadRecentInput') !== true;
          const shift = isMoved ? Number(Reflect.get(entry, 'value')) : 0;
          seen.push({ type, start: entry.startTime, duration: entry.duration, shift });
        }
      }).observe({ type, buffered: true });
    }
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(WATCHED_MS);
  const seen = await page.evaluate(() => Reflect.get(globalThis, 'seen') as Seen[]);
  const startsOf = (type: string): number[] =>
    seen.filter((entry) => entry.type === type).map(({ start }) => start);
  const paints = startsOf('largest-contentful-paint');
  if (paints.length === 0) throw new Error(`The browser told of no paint of ${url}.`);
  const firstPaint = Math.min(...startsOf('paint'));
  return {
    lcp: Math.max(...paints),
    tbt: seen
      .filter(({ type, start, duration }) => type === 'longtask' && start + duration > firstPaint)
      .reduce((sum, { duration }) => sum + Math.max(0, duration - FREE_MS), 0),
    cls: seen.reduce((sum, { shift }) => sum + shift, 0),
  };
}
