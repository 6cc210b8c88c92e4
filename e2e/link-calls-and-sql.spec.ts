import { expect, test } from './support/test';

const TITLE = 'Read each author';

test('a run names the N+1 at its call, on both sides', async ({ play }) => {
  await play.open();
  await play.run();
  for (const [orm, words] of [
    ['django', '20 statements load author'],
    ['sqlalchemy', '10 statements load author'],
  ] as const) {
    await expect(play.cell(TITLE, orm).locator('.cell-findings')).toContainText(words);
    await expect(play.cell('Fix it with a join', orm).locator('.finding')).toHaveCount(0);
  }
});

test('a call lights what it sent, and a statement lights its call', async ({ play, page }) => {
  await play.open();
  await play.run();
  const cell = play.cell(TITLE, 'django');
  const call = cell.locator('.cell-code [data-call="2"]').first();
  const statement = cell.locator('.cell-statements [data-call="2"]').first();
  const unlit = cell.locator('.cell-statements [data-call="1"]').first();
  await call.click();
  await expect(statement).toHaveAttribute('data-lit', /pinned|hovered/);
  await expect(unlit).not.toHaveAttribute('data-lit');
  await page.keyboard.press('Escape');
  await page.mouse.move(0, 0);
  await expect(statement).not.toHaveAttribute('data-lit');
  await unlit.hover();
  await expect(cell.locator('.cell-code [data-call="1"]').first()).toHaveAttribute(
    'data-lit',
    /pinned|hovered/,
  );
});

test('the caret in an editor lights what its call sent', async ({ play, page }) => {
  await play.open();
  await page.getByRole('button', { name: `Edit ${TITLE}, Django ORM` }).click();
  const cell = play.cell(TITLE, 'django');
  await cell.locator('.monaco-editor').first().waitFor();
  await page.mouse.move(0, 0);
  const statement = cell.locator('.cell-statements [data-call="1"]').first();
  await expect(statement).not.toHaveAttribute('data-lit');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ArrowLeft');
  await expect(statement).toHaveAttribute('data-lit', 'hovered');
});
