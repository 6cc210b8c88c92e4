import { focused, focusProblem, sidewaysScrollers, tabTo } from './support/keyboard';
import { expect, test } from './support/test';

const TITLE = 'Read each author';

test('Play is used from beginning to end without a pointer', async ({ play, page }) => {
  test.setTimeout(180_000);
  const { keyboard } = page;
  await play.open('first-steps');

  // An example, from the palette.
  await keyboard.press('ControlOrMeta+k');
  const search = page.getByRole('combobox', { name: 'Search pages, examples and actions' });
  await expect(search).toBeFocused();
  await keyboard.type('bookauth');
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText(
    'Books and their authors',
  );
  await keyboard.press('Enter');
  await expect(search).toHaveCount(0);
  const cell = play.cell(TITLE, 'django');
  await expect(cell).toBeVisible();

  // A cell, edited and run; two messages are said of it.
  await page.evaluate(() => {
    const said: string[] = [];
    const place = document.querySelector('[data-says="run"]');
    if (place === null) throw new Error('Nothing says how a run goes.');
    new MutationObserver(() => said.push(place.textContent ?? '')).observe(place, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    Reflect.set(globalThis, 'said', said);
  });
  await tabTo(page, page.getByRole('button', { name: `Edit ${TITLE}, Django ORM` }));
  expect(await focusProblem(page)).toBe('');
  await keyboard.press('Enter');
  await expect(cell.locator('.monaco-editor').first()).toBeVisible();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.insertText(
    'running_low = Book.objects.filter(stock__lt=5).order_by("title")  # why?\nrunning_low[0].author',
  );
  await keyboard.press('ControlOrMeta+Enter');
  await expect(play.head('django')).toHaveAttribute('data-run', '1', { timeout: 90_000 });
  await expect(play.head('sqlalchemy')).toHaveAttribute('data-run', '1');
  await expect
    .poll(() => page.evaluate(() => Reflect.get(globalThis, 'said')))
    .toEqual(['Running.', expect.stringMatching(/^Django ORM \d+, SQLAlchemy \d+ statements\. .*values/)]);
  await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveCount(0);

  // Escape leaves the editor, once nothing of the editor's own is open, and Tab goes on from there.
  const edit = page.getByRole('button', { name: `Edit ${TITLE}, Django ORM` });
  await expect(async () => {
    await keyboard.press('Escape');
    await expect(edit).toBeFocused({ timeout: 1_000 });
  }).toPass();

  // What it sent: from card to card, its rows, pinned and let go of.
  const cards = cell.locator('.cell-statements .statement');
  await tabTo(page, cards.first());
  expect(await focusProblem(page)).toBe('');
  await keyboard.press('ArrowDown');
  await expect(cards.nth(1)).toBeFocused();
  await keyboard.press('r');
  await expect(cards.nth(1).getByRole('table').first()).toBeVisible();
  await keyboard.press('Enter');
  await expect(cards.nth(1)).toHaveAttribute('data-lit', 'pinned');
  await keyboard.press('Escape');
  await expect(cards.nth(1)).not.toHaveAttribute('data-lit', 'pinned');

  // One side only; and a run that would never end.
  await keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(play.head('django')).toHaveAttribute('data-run', '2');
  await expect(play.head('sqlalchemy')).toHaveAttribute('data-run', '1');
  await edit.focus();
  await keyboard.press('Enter');
  await expect(cell.locator('.monaco-editor').first()).toBeVisible();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.insertText('while True:\n    pass');
  await keyboard.press('ControlOrMeta+Enter');
  await expect(page.locator('[data-engine="django"]')).toHaveAttribute('data-state', 'running');
  await keyboard.press('ControlOrMeta+.');
  await expect(page.getByText(/Django ORM was stopped after/).first()).toBeVisible();
  await keyboard.press('Escape');

  // The map of keys: not while typing, and the focus comes back from it.
  const opener = page.getByRole('button', { name: 'Search' });
  await opener.focus();
  await keyboard.press('?');
  const map = page.getByRole('dialog', { name: 'Keys' });
  await expect(map).toContainText('Run both sides');
  await keyboard.press('Escape');
  await expect(map).toHaveCount(0);
  await expect(opener).toBeFocused();
  await page.getByLabel('Add a file').focus();
  await keyboard.type('?');
  await expect(page.getByLabel('Add a file')).toHaveValue('?');
  await expect(map).toHaveCount(0);
});

test('F6 goes through the parts of Play and around, Tab through all of it and out, both in sight', async ({
  play,
  page,
}) => {
  test.setTimeout(180_000);
  const { keyboard } = page;
  await play.open();
  await expect(page.getByRole('button', { name: 'Run both' })).toBeEnabled();
  const parts: string[] = [];
  for (let step = 0; step < 30; step += 1) {
    await keyboard.press('F6');
    const part = await focused(page);
    if (part === parts[0]) break;
    parts.push(part);
    expect(await focusProblem(page)).toBe('');
  }
  expect(parts[0]).toMatch(/^header/);
  expect(parts.at(-1)).toMatch(/^footer/);
  expect(parts).toContain('section Example and run');
  expect(parts).toContain(`section ${TITLE}`);
  await keyboard.press('Shift+F6');
  expect(await focused(page)).toBe(parts.at(-1));

  // Tab begins anew with the page.
  await play.open();
  await expect(page.getByRole('button', { name: 'Run both' })).toBeEnabled();
  const problems = new Set<string>();
  let stops = 0;
  for (; stops < 300; stops += 1) {
    await keyboard.press('Tab');
    if ((await focused(page)) === '') break;
    const problem = await focusProblem(page);
    if (problem !== '') problems.add(problem);
  }
  expect(stops).toBeGreaterThan(20);
  expect(stops).toBeLessThan(300);
  expect([...problems]).toEqual([]);
});

for (const [width, height] of [
  [320, 640],
  [720, 450],
] as const) {
  test(`nothing but tables scrolls sideways at ${width} px`, async ({ play, page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height });
    for (const path of ['', 'play/', 'scenarios/', 'scenarios/n-plus-one/', 'about/']) {
      await page.goto(path);
      expect(await sidewaysScrollers(page), path).toEqual([]);
    }
    await play.open();
    await play.run();
    expect(await sidewaysScrollers(page)).toEqual([]);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('button', { name: /^Runs of this tab/ }).click();
    await expect(page.getByRole('button', { name: 'Look at run 1' })).toBeVisible();
    expect(await sidewaysScrollers(page)).toEqual([]);
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    expect(await sidewaysScrollers(page)).toEqual([]);
  });
}
