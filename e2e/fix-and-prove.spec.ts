import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Orm } from '../lib/orm/orm';
import { ROOT } from '../lib/runtime/build/paths';
import { loadRecording, scenarioSlugs } from '../lib/scenarios/load';
import { findFindings } from '../lib/trace/findings/find-findings';
import type { PlayPage } from './support/play-page';
import { expect, test } from './support/test';

const SIDES = ['django', 'sqlalchemy'] as const;
const AUTHORS = 'Read each author';

/** What a shipped recording has to mend: the titles of the cells, on both sides. */
function toMend(slug: string): string[] {
  const { trace } = loadRecording(slug);
  const titles = SIDES.flatMap((orm) => {
    const folder = join(ROOT, 'lib', 'scenarios', slug, orm);
    const files = Object.fromEntries(
      ['models.py', 'script.py'].map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    );
    const own = trace[orm].trace;
    return findFindings(own, files, orm).map(({ place }) => own.cells[place.cell]?.title ?? '');
  });
  return [...new Set(titles)];
}

/** The row of a title, with what belongs to both of its sides. */
function row(play: PlayPage, title: string) {
  return play.page.getByRole('region', { name: title, exact: true });
}

function result(play: PlayPage, title: string, orm: Orm) {
  return play.cell(title, orm).getByRole('region', { name: /^Fix: / });
}

/** "1 statement, was 21" as numbers. */
async function counts(play: PlayPage, title: string, orm: Orm): Promise<[now: number, was: number]> {
  const box = result(play, title, orm);
  await expect(box).toContainText(/\d+ statements?, was \d+\./, { timeout: 60_000 });
  const found = /(\d+) statements?, was (\d+)\./.exec((await box.textContent()) ?? '');
  return [Number(found?.[1]), Number(found?.[2])];
}

for (const slug of scenarioSlugs().filter((each) => toMend(each).length > 0)) {
  test(`both sides of ${slug} are mended: fewer statements, the same values`, async ({ play, page }) => {
    await play.open(slug);
    const titles = toMend(slug);
    for (const title of titles) {
      await row(play, title).getByRole('button', { name: 'Fix both' }).click();
      for (const orm of SIDES) {
        const [now, was] = await counts(play, title, orm);
        expect(was).toBeGreaterThan(2);
        expect(now).toBeLessThan(was);
        expect(now).toBeLessThanOrEqual(2);
        const box = result(play, title, orm);
        await expect(box).toContainText(/Same \d+ rows\./);
        await expect(box).not.toContainText('Not safe');
        // The change itself, and what it saved beyond statements.
        await expect(box.getByRole('figure')).toContainText(/select|prefetch|joinedload/);
        await expect(box).toContainText(/In SQLite .+, was /);
        await expect(play.cell(title, orm).locator('.finding-mark')).toHaveCount(0);
      }
    }
    const said = page.getByRole('status').filter({ hasText: 'Django ORM: ' });
    await expect(said).toHaveCount(1);
    await expect(said).toContainText(/SQLAlchemy: \d statements?, was \d+/);
  });
}

test('one side is mended in the manner that is chosen for both, and undone exactly', async ({
  play,
  page,
}) => {
  await play.open();
  const code = play.cell(AUTHORS, 'django').locator('.cell-code');
  const before = await code.textContent();
  await row(play, AUTHORS).getByRole('radio', { name: 'Batched' }).check();
  await expect(
    play.cell(AUTHORS, 'sqlalchemy').getByRole('button', { name: 'Fix: selectinload' }),
  ).toBeVisible();
  const button = play.cell(AUTHORS, 'django').getByRole('button', { name: 'Fix: prefetch_related' });
  await button.focus();
  await page.keyboard.press('Enter');
  expect(await counts(play, AUTHORS, 'django')).toEqual([2, 21]);
  await expect(code).toContainText('.prefetch_related("author")');
  // Whoever works by keyboard is where the result is.
  await expect(result(play, AUTHORS, 'django')).toBeFocused();
  // The other side gets no better one: what was chosen for this row stays.
  await expect(row(play, AUTHORS).getByRole('radio', { name: 'Joined' })).toHaveCount(0);
  await expect(
    play.cell(AUTHORS, 'sqlalchemy').getByRole('button', { name: 'Fix: selectinload' }),
  ).toBeVisible();

  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(result(play, AUTHORS, 'django')).toContainText('Undone.');
  await expect(button).toBeVisible({ timeout: 60_000 });
  expect(await code.textContent()).toBe(before);

  // It is remembered.
  await page.reload();
  await expect(row(play, AUTHORS).getByRole('radio', { name: 'Batched' })).toBeChecked();
});

test('edits made after a fix are kept, or asked for, when it is undone', async ({ play, page }) => {
  await play.open();
  const cell = play.cell(AUTHORS, 'sqlalchemy');
  await cell.getByRole('button', { name: 'Fix: joinedload' }).click();
  await counts(play, AUTHORS, 'sqlalchemy');
  const fixed = await cell.locator('.cell-code').textContent();
  await play.write(AUTHORS, 'sqlalchemy', 'kept = "by me"');
  await result(play, AUTHORS, 'sqlalchemy').getByRole('button', { name: 'Undo', exact: true }).click();
  const question = page.getByRole('alert').filter({ hasText: 'You have edited the same place since' });
  await expect(question).toBeVisible();
  await expect(cell.locator('.cell-code')).toContainText('kept = "by me"');
  await question.getByRole('button', { name: 'Undo both' }).click();
  await expect(cell.locator('.cell-code')).toContainText('lines = ');
  await expect(cell.locator('.cell-code')).not.toContainText('joinedload');
  await page.getByRole('button', { name: 'Bring it all back' }).click();
  await expect(cell.locator('.cell-code')).toContainText('kept = "by me"');
  expect(fixed).toContain('joinedload');
});

test('a fix that is not safe says so: where values differ after it, and where it cannot be written', async ({
  play,
}) => {
  const cell = play.cell(AUTHORS, 'django');
  const code = cell.locator('.cell-code');
  const query = 'running_low = Book.objects.filter(stock__lt=5).order_by("title")\n';
  await play.open();
  // It tells whether an author is loaded already: with the fix, each is.
  await play.write(
    AUTHORS,
    'django',
    `${query}[("author" in book._state.fields_cache, book.author.name) for book in running_low]`,
  );
  await play.run();
  await cell.getByRole('button', { name: 'Fix: select_related' }).click();
  await expect(result(play, AUTHORS, 'django')).toContainText('Not safe here: 20 rows differ.', {
    timeout: 60_000,
  });
  await expect(code).toContainText('.select_related("author")');
  await result(play, AUTHORS, 'django').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(code).not.toContainText('select_related');

  await play.write(
    AUTHORS,
    'django',
    `${query}chosen = running_low if running_low.exists() else []\n[book.author.name for book in chosen]`,
  );
  await play.run();
  await cell.getByRole('button', { name: 'Fix: select_related' }).click();
  await expect(cell.locator('.fix-refusal')).toContainText('Not written for you.', { timeout: 60_000 });
  await expect(cell.locator('.fix-refusal')).toContainText('.select_related("author")');
  await expect(code).not.toContainText('select_related');
});

test('the first page leads to the fix of what it shows', async ({ page, play }) => {
  await page.goto('./');
  await page.getByRole('link', { name: 'Fix: select_related' }).click();
  expect(await counts(play, AUTHORS, 'django')).toEqual([1, 21]);
  await expect(page).toHaveURL(/\?scenario=n-plus-one$/);
});
