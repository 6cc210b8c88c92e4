import type { Browser, Page } from '@playwright/test';
import { ORMS } from '../../lib/orm/orm';
import { imageFromSql } from '../../lib/runtime/node/image';
import { findNativePython } from '../../lib/runtime/node/native-python';
import { loadDataset } from '../../lib/scenarios/load';
import { DEFAULT_SCENARIO } from '../../lib/scenarios/types';
import { type Figure, type Missing, median } from './figure';
import { largeTraceFigures } from './large-trace';
import { servePlainBoot } from './plain-boot';
import { installedPackages, runPlainly } from './plain-process';
import { rendererMemory } from './renderer-memory';
import { stopFigure } from './stop';

const ROUNDS = 5;
const MEGABYTE = 1_000_000;
/** After a run: the interpreters of the next one are there by then, and nothing else goes on. */
const SETTLE_MS = 4_000;

/** Milliseconds from navigation until both engines of the page are ready. */
async function untilReady(page: Page, url: string): Promise<number> {
  await page.goto(url);
  const ready = ORMS.map((orm) => `[data-engine="${orm}"][data-state="ready"]`);
  const handle = await page.waitForFunction(
    (selectors) => selectors.every((selector) => document.querySelector(selector)) && performance.now(),
    ready,
    { timeout: 120_000, polling: 'raf' },
  );
  return Number(await handle.jsonValue());
}

/** Presses Run; milliseconds until both sides show the new run. */
async function untilShown(page: Page): Promise<number> {
  const before = await page
    .locator('[data-run]')
    .evaluateAll((sides) => sides.map((side) => side.getAttribute('data-run')));
  const start = await page.evaluate(() => performance.now());
  await page.getByRole('button', { name: /^Run (both|again)/ }).click();
  const handle = await page.waitForFunction(
    (old) =>
      [...document.querySelectorAll('[data-run]')].every(
        (side, at) => side.getAttribute('data-run') !== old[at],
      ) && performance.now(),
    before,
    { timeout: 120_000, polling: 'raf' },
  );
  return Number(await handle.jsonValue()) - start;
}

/**
 * Visits, bytes, memory and runs of the page for running code, in one go.
 * @param origin of the built site, with its base path
 */
export async function visitFigures(browser: Browser, origin: string): Promise<(Figure | Missing)[]> {
  const plain = await servePlainBoot();
  const play = `${origin}/play/`;
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    // One that keeps no spare, as on a device with little memory.
    await page.addInitScript(() => Object.defineProperty(navigator, 'deviceMemory', { value: 4 }));
    await page.goto('about:blank');
    const empty = await rendererMemory(browser, page);
    let bytes = 0;
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    const first = await untilReady(page, play);
    const firstBytes = bytes;
    await untilShown(page);
    await page.waitForTimeout(SETTLE_MS);
    const full = await rendererMemory(browser, page);
    const warm: number[] = [];
    const plainBoots: number[] = [];
    const firstRuns: number[] = [];
    const runs: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      warm.push(await untilReady(page, play));
      firstRuns.push(await untilShown(page));
      await page.waitForTimeout(SETTLE_MS);
      runs.push(await untilShown(page));
      const other = await context.newPage();
      await other.goto(plain.origin);
      plainBoots.push(Number(await other.evaluate('globalThis.bothReady')));
      await other.close();
    }
    const ratio = median(plainBoots) / median(warm);
    const figures: (Figure | Missing)[] = [
      {
        name: 'warm visit against a plain Pyodide boot',
        value: ratio,
        unit: '×',
        bound: { atLeast: 8 },
        detail: `${median(warm).toFixed(0)} ms against ${median(plainBoots).toFixed(0)} ms`,
      },
      {
        name: 'first visit, bytes until both engines are ready',
        value: firstBytes / MEGABYTE,
        unit: 'MB',
        bound: { atMost: 25 },
        detail: `${first.toFixed(0)} ms from this machine`,
      },
      empty === null || full === null
        ? { name: 'memory of the tab', why: 'the system does not tell' }
        : {
            name: 'memory of the tab over an empty page, no spare',
            value: (full - empty) / MEGABYTE,
            unit: 'MB',
            bound: { atMost: 350 },
          },
    ];
    const stopped = await stopFigure(page, origin);
    const large = await largeTraceFigures(page, origin);
    return [...figures, stopped, ...large, ...(await runFigures(median(runs), median(firstRuns)))];
  } finally {
    await context.close();
    await plain.close();
  }
}

/** Runs of both sides on the page against two processes of a native CPython, started at once as well. */
async function runFigures(runMs: number, firstMs: number): Promise<(Figure | Missing)[]> {
  const python = await findNativePython();
  if (python === null)
    return [{ name: 'a run against a native process', why: 'no Python from 3.12 on was found' }];
  const packages = await installedPackages(python);
  const image = await imageFromSql(loadDataset('bookshop'));
  const native: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const both = ORMS.map((orm) => runPlainly(python, packages, orm, DEFAULT_SCENARIO, image));
    native.push(Math.max(...(await Promise.all(both)).map(({ seconds }) => seconds * 1_000)));
  }
  const detail = (ms: number) =>
    `${ms.toFixed(0)} ms against ${median(native).toFixed(0)} ms of CPython ${python.version}`;
  return [
    {
      name: 'Run pressed to SQL on screen',
      value: runMs / median(native),
      unit: '×',
      bound: { atMost: 0.3 },
      detail: detail(runMs),
    },
    {
      name: 'the very first run of a page',
      value: firstMs / median(native),
      unit: '×',
      bound: { atMost: 1 },
      detail: detail(firstMs),
    },
  ];
}
