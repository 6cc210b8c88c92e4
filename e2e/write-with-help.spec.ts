import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Orm } from '../lib/orm/orm';
import { ROOT } from '../lib/runtime/build/paths';
import type { PlayPage } from './support/play-page';
import { expect, test } from './support/test';

const TITLE = 'Read each author';
/** Until the language server, an interpreter and the models are there for the first time. */
const FIRST = { timeout: 60_000 };
const SOON = { timeout: 20_000 };

const MODELS = readFileSync(join(ROOT, 'lib', 'scenarios', 'n-plus-one', 'django', 'models.py'), 'utf8');
const TITLE_LINE = MODELS.split('\n').findIndex((line) => line.startsWith('    title = ')) + 1;

/** What is offered while code is written. */
function offered(page: Page, name: RegExp): Locator {
  return page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: name }).first();
}

async function editCell(play: PlayPage, orm: Orm, name: string): Promise<Locator> {
  await play.page.getByRole('button', { name: `Edit ${TITLE}, ${name}` }).click();
  const editor = play.cell(TITLE, orm).locator('.monaco-editor').first();
  await editor.waitFor();
  await editor.click();
  return editor;
}

async function editModels(play: PlayPage): Promise<Locator> {
  await play.page.getByRole('radio', { name: 'Models' }).check();
  const group = play.page.getByRole('group', { name: 'models.py, Django ORM' });
  const editor = group.locator('.monaco-editor').first();
  await editor.waitFor();
  await editor.click();
  return group;
}

/** Moves the caret to a line and column, both from 1. */
async function caretTo(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Home');
  for (let at = 1; at < line; at += 1) await page.keyboard.press('ArrowDown');
  for (let at = 1; at < column; at += 1) await page.keyboard.press('ArrowRight');
}

test.describe('help while writing', () => {
  test.setTimeout(180_000);

  test('nothing of it is loaded before somebody edits, and it is checked and said when it is', async ({
    play,
    page,
  }) => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await play.open();
    await expect(page.getByRole('button', { name: `Edit ${TITLE}, Django ORM` })).toBeVisible();
    expect(loaded.filter((url) => url.includes('/runtime/language-'))).toEqual([]);
    await editCell(play, 'django', 'Django ORM');
    await expect.poll(() => loaded.filter((url) => url.includes('/runtime/language-')).length, FIRST).toBe(2);
    expect(loaded.filter((url) => url.includes('/runtime/formatter'))).toEqual([]);
  });

  test('a cell of Django: lookups of the models, attributes of what a query gives, mistakes', async ({
    play,
    page,
  }) => {
    await play.open();
    const editor = await editCell(play, 'django', 'Django ORM');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('\nBook.objects.filter(');
    await expect(offered(page, /^title/)).toBeVisible(FIRST);
    await page.keyboard.type('author__na');
    await expect(offered(page, /^author__name/)).toBeVisible(SOON);
    await page.keyboard.press('Tab');
    await expect(editor).toContainText('Book.objects.filter(author__name');

    await page.keyboard.type('="x")');
    await page.keyboard.press('End');
    await page.keyboard.type('\nfor each in Book.objects.all():\neach.');
    await expect(offered(page, /^published/)).toBeVisible(FIRST);
    await page.keyboard.type('titel');
    await expect(editor.locator('.squiggly-error').first()).toBeVisible(SOON);
    await expect(async () => {
      await page.keyboard.press('F8');
      await expect(page.locator('.monaco-editor .marker-widget')).toContainText(/titel/, { timeout: 1_000 });
    }).toPass(SOON);
  });

  test('a name leads to where it is defined: into models.py, or a view of the package', async ({
    play,
    page,
  }) => {
    await play.open();
    const editor = await editCell(play, 'django', 'Django ORM');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText('Book.objects.count()');
    await caretTo(page, 1, 15);
    await expect(async () => {
      await page.keyboard.press('F12');
      await expect(editor.locator('.peekview-widget')).toContainText('def count', { timeout: 5_000 });
    }).toPass(FIRST);
    await page.keyboard.press('Escape');
    await expect(editor.locator('.peekview-widget')).toHaveCount(0);
    await caretTo(page, 1, 2);
    await page.keyboard.press('F12');
    await expect(page.getByRole('radio', { name: 'Models' })).toBeChecked(SOON);
    await expect(page.getByRole('group', { name: 'models.py, Django ORM' })).toContainText('class Book');
  });

  test('a cell of SQLAlchemy: the session is known, and what a result gives', async ({ play, page }) => {
    await play.open();
    await editCell(play, 'sqlalchemy', 'SQLAlchemy');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('\nsession.scalars(select(Book)).one().');
    await expect(offered(page, /^author_id/)).toBeVisible(FIRST);
    await page.keyboard.press('Escape');
    await page.keyboard.type('\nselect(Book).options(selectinload(');
    await expect(offered(page, /^Book\.author/)).toBeVisible(FIRST);
  });

  test('models: a signature, a name changed everywhere, a system check, ruff', async ({ play, page }) => {
    await play.open();
    const group = await editModels(play);

    await caretTo(page, TITLE_LINE, 24);
    await page.keyboard.press('Shift+F1');
    await expect(page.locator('.monaco-hover:visible').first()).toContainText('CharField', FIRST);
    await page.keyboard.press('Escape');

    await caretTo(page, TITLE_LINE, 6);
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input');
    await expect(box).toBeFocused(SOON);
    await expect(box).toHaveValue('title');
    await box.fill('heading');
    await page.keyboard.press('Enter');
    await expect(group).toContainText('heading = models.CharField', SOON);

    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.insertText('class Shelf(models.Model):');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('label = models.CharField(max_length=-3)');
    await expect(group.locator('.squiggly-error').first()).toBeVisible(FIRST);
    await page.keyboard.press('F8');
    await expect(page.locator('.monaco-editor .marker-widget')).toContainText('max_length', SOON);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Format models.py, Django ORM, code' }).click();
    await expect(group.getByRole('status').filter({ hasText: 'Formatted.' })).toBeVisible(FIRST);

    await page.getByRole('radio', { name: 'Code' }).check();
    await expect(play.cell(TITLE, 'django').locator('.cell-code')).toContainText('book.heading');
  });
});
