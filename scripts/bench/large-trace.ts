import type { Page } from '@playwright/test';
import { PlayPage } from '../../e2e/support/play-page';
import { ORMS, type Orm } from '../../lib/orm/orm';
import { type Figure, type Missing, median } from './figure';

const ROUNDS = 3;
const SENT = 10_000;
const NAME = '10,000 statements';
const MEGABYTE = 1_000_000;
/** Longer than anything that is still to come once both sides are on screen. */
const SETTLE_MS = 1_500;
const CELL = 'Read each author';

/**
 * Loops of reads and of writes, and what the cells behind this one need. A loop is one line: an editor sets in
 * by itself what is typed behind a colon.
 */
const CODE: Readonly<Record<Orm, string>> = {
  django: `running_low = Book.objects.filter(stock__lt=5).order_by("title")
from models import Author
for number in range(${SENT / 4}): Book.objects.get(pk=1 + number % 20); Author.objects.get(pk=1 + number % 9)
for number in range(${SENT / 2}): Author.objects.create(name=f"Author {number}", country="PL")`,
  sqlalchemy: `running_low = select(Book).where(Book.stock < 5).order_by(Book.title)
from models import Author
session = Session()
for number in range(${SENT / 4}): session.scalars(select(Book).where(Book.id == 1 + number % 20)).one(); session.scalars(select(Author).where(Author.id == 1 + number % 9)).one()
for number in range(${SENT / 2}): session.add(Author(name=f"Author {number}", country="PL")); session.flush()
session.commit()`,
};

/** What a page notes of one press of Run, in ms since its navigation. */
interface Noted {
  /** Main-thread tasks of 50 ms and more. */
  readonly tasks: { readonly start: number; readonly ms: number }[];
  /** When each side's last word came: all of its statements had been sent by then. */
  readonly ends: number[];
  /** Characters of JSON that came. */
  chars: number;
}

declare global {
  var noted: Noted;
}

/** Of runs that send 10,000 statements on each side: how they come to the screen, and how much they are. */
export async function largeTraceFigures(opened: Page, site: string): Promise<(Figure | Missing)[]> {
  const page = await opened.context().newPage();
  try {
    await page.addInitScript(note);
    await page.goto(`${site}/play/`);
    const play = new PlayPage(page);
    for (const orm of ORMS) await play.write(CELL, orm, CODE[orm]);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measureRun(page, play));
    const least = Math.min(...rounds.map(({ statements }) => statements));
    if (least < SENT) return [{ name: NAME, why: `a run sent ${least} within its time` }];
    return figuresOf(rounds);
  } finally {
    await page.close();
  }
}

type Round = Awaited<ReturnType<typeof measureRun>>;

function figuresOf(rounds: readonly Round[]): Figure[] {
  const longest = rounds.map(({ longestMs }) => longestMs);
  const shown = rounds.map(({ shownMs }) => shownMs);
  const list = (times: readonly number[]): string => times.map((ms) => ms.toFixed(0)).join(', ');
  return [
    {
      name: `${NAME}, longest task from a side’s last one on`,
      value: Math.max(...longest),
      unit: 'ms',
      bound: { atMost: 200 },
      detail: `each run's longest: ${list(longest)} (0: none of 50 ms)`,
    },
    {
      name: `${NAME}, from the last one to the screen`,
      value: median(shown),
      unit: 'ms',
      detail: list(shown),
    },
    {
      name: `${NAME} on each side, size of both traces`,
      value: median(rounds.map(({ chars }) => chars)) / MEGABYTE,
      unit: 'MB',
      detail: 'JSON, as the interpreters send it',
    },
  ];
}

/** Runs both sides once. */
async function measureRun(page: Page, play: PlayPage) {
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(() => Object.assign(noted, { tasks: [], ends: [], chars: 0 }));
  await play.run();
  const shownAt = await page.evaluate(() => performance.now());
  await page.waitForTimeout(SETTLE_MS);
  const { tasks, ends, chars } = await page.evaluate(() => noted);
  const counts: number[] = [];
  for (const orm of ORMS) {
    const words = await play.head(orm).locator('.side-count b').textContent();
    counts.push(Number(words?.replaceAll(',', '')));
  }
  const first = Math.min(...ends);
  return {
    statements: Math.min(...counts),
    longestMs: Math.max(0, ...tasks.filter(({ start, ms }) => start + ms > first).map(({ ms }) => ms)),
    shownMs: shownAt - Math.max(...ends),
    chars,
  };
}

/** Runs in the page, before its own scripts. */
function note(): void {
  globalThis.noted = { tasks: [], ends: [], chars: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime: start, duration: ms } of list.getEntries()) noted.tasks.push({ start, ms });
  }).observe({ type: 'longtask' });
  const handler = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  if (handler?.set === undefined) throw new Error('Messages cannot be watched.');
  const { set } = handler;
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    ...handler,
    set(listener: (event: MessageEvent) => void) {
      set.call(this, (event: MessageEvent) => {
        const { type, json } = event.data ?? {};
        if (type === 'end') noted.ends.push(performance.now());
        if (typeof json === 'string') noted.chars += json.length;
        listener(event);
      });
    },
  });
}
