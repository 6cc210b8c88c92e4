import { expect, test } from './support/test';

test('a pinned call opens its SQL beside that of the other side, clause by clause, with both plans', async ({
  play,
  page,
}) => {
  await play.open();
  await play.run();
  const panel = page.getByRole('region', { name: 'The two calls, clause by clause' });
  await play
    .cell('Fix it with a join', 'django')
    .getByRole('link', { name: /^call 1/ })
    .press('Enter');
  await expect(panel).toContainText('1 difference: JOIN.');
  const clauses = panel.getByRole('table');
  const join = clauses.getByRole('row', { name: /^JOIN/ });
  await expect(join).toContainText('other kind');
  await expect(join.locator('mark')).toHaveText([/INNER JOIN$/, /LEFT OUTER JOIN$/]);
  await expect(clauses.getByRole('row', { name: /^SELECT list/ })).toContainText('same 10 columns');
  await expect(clauses.locator('mark')).toHaveCount(2);

  await panel.getByRole('button', { name: 'Show both plans' }).click();
  const plan = clauses.getByRole('row', { name: /^Query plan/ });
  await expect(plan).toContainText('the same work');
  for (const side of await plan.getByRole('cell').all()) {
    await expect(side).toContainText(/SCAN book, whole table, \d+ rows/);
    await expect(side).toContainText(/SEARCH author .*by primary key/);
  }

  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  const counterpart = play.cell('Read each author', 'sqlalchemy').locator('[data-peer]');
  await play.cell('Read each author', 'django').locator('.cell-code [data-call="2"]').first().click();
  await expect(panel).toContainText('1 difference: LIMIT. Sent 20 and 10 times.');
  await expect(clauses.getByRole('row', { name: /^LIMIT/ })).toContainText('only Django ORM');
  await expect(counterpart.first()).toBeVisible();
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap on a call opens a sheet with the call, its SQL and the comparison', async ({ play, page }) => {
    await play.open();
    // The page is alive by then.
    await expect(page.locator('[data-engine="django"][data-state="ready"]')).toBeAttached({
      timeout: 60_000,
    });
    await play.cell('Read each author', 'django').locator('.cell-code [data-call="2"]').first().tap();
    const sheet = page.getByRole('dialog', { name: 'Call 2, Read each author, Django ORM' });
    await expect(sheet.getByRole('list', { name: 'The call' })).toContainText('book.author');
    await expect(sheet.getByRole('article')).toContainText('WHERE "author"."id"');
    await expect(sheet).toContainText('1 difference: LIMIT.');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await sheet.getByRole('button', { name: 'Close' }).tap();
    await expect(sheet).toHaveCount(0);
    await expect(page.locator('[data-lit="pinned"]')).toHaveCount(0);
  });
});

test('a recorded page compares calls too, without scripts and with them', async ({ browser, site, page }) => {
  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(`${site}/scenarios/n-plus-one/`);
  const fold = plain.locator('#cell-2 details', { hasText: 'Clause by clause' });
  await expect(fold.locator('summary')).toContainText('1 difference: JOIN');
  await fold.locator('summary').click();
  await expect(fold.getByRole('row', { name: /^JOIN/ })).toContainText('LEFT OUTER JOIN');
  await plain.close();

  await page.goto('scenarios/n-plus-one/');
  // A click does nothing until the page is alive.
  await expect(async () => {
    await page.locator('#cell-2 .cell-code [data-call="1"]').first().click();
    await expect(page.locator('#cell-2').getByRole('row', { name: /^JOIN/ })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(page.locator('#cell-1').getByRole('row', { name: /^LIMIT/ })).toBeHidden();
});
