import { expect, test } from './support/test';

const TITLE = 'Read each author';

test('runs are looked at again, set against each other, and give their code back', async ({ play, page }) => {
  await play.open();
  await play.run();
  await play.write(TITLE, 'django', 'running_low = Book.objects.filter(stock__lt=3)\nrunning_low.count()');
  await play.run();
  const cell = play.cell(TITLE, 'django');
  await expect(cell.locator('.cell-statements')).toContainText('COUNT(');

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: /^Runs of this tab/ }).click();
  const runs = page.getByRole('region', { name: 'Runs of this tab' });
  await expect(runs.getByRole('listitem')).toHaveCount(2);
  await expect(runs.getByRole('listitem').first()).toContainText('2 lines changed');

  await runs.getByRole('button', { name: 'Look at run 1' }).click();
  await expect(cell.locator('.cell-code')).toContainText('book.author');
  await expect(play.head('django')).toHaveAttribute('data-run', '1');
  await expect(page.getByRole('button', { name: `Edit ${TITLE}, Django ORM` })).toHaveCount(0);

  await page.getByRole('button', { name: 'Take its code back' }).click();
  await expect(cell.locator('.cell-code')).toContainText('book.author');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(cell.locator('.cell-code')).toContainText('running_low.count()');

  await runs.getByRole('checkbox', { name: 'Compare run 1' }).check();
  await runs.getByRole('checkbox', { name: 'Compare run 2' }).check();
  await runs.getByRole('button', { name: 'Compare run 1 with run 2' }).click();
  const dialog = page.getByRole('dialog', { name: 'Run 1 and run 2' });
  const code = dialog.getByRole('list', { name: 'Changes to script.py, Django ORM' });
  await expect(code.getByRole('listitem').filter({ hasText: 'Added: running_low.count()' })).toHaveCount(1);
  await expect(code.getByRole('listitem').filter({ hasText: /^7?Removed: .*stock__lt=5/ })).toHaveCount(1);
  const row = dialog
    .getByRole('table', { name: 'Cells of Django ORM, Run 1 and Run 2' })
    .getByRole('row', { name: TITLE });
  await expect(row.getByRole('cell').first()).toHaveText('21, then  → 1');
  await expect(dialog.getByRole('region', { name: 'SQLAlchemy', exact: true })).toContainText(
    'The same SQL was sent, as often.',
  );
  await page.keyboard.press('Escape');
  await expect(runs.getByRole('button', { name: 'Compare run 1 with run 2' })).toBeFocused();
});

test('a cell runs with those above it, and what is below says so', async ({ play, page }) => {
  await play.open();
  const cell = play.cell('Fix it with a join', 'django');
  await cell.hover();
  await page.getByRole('button', { name: 'Run Fix it with a join, Django ORM, and the cells above' }).click();
  await expect(play.head('django')).toHaveAttribute('data-run', '1', { timeout: 60_000 });
  await expect(play.head('django')).toContainText('22');
  await expect(cell.locator('.cell-statements')).toContainText('INNER JOIN');
  const below = play.cell('Fix it with a second query', 'django');
  await expect(below.locator('.cell-findings')).toContainText('the run was asked for the cells above only');
  await expect(below.locator('.cell-statements')).not.toContainText('SELECT');
  await expect(play.head('sqlalchemy')).toHaveAttribute('data-run', '0');
});

test('edited code runs by itself after a pause, once that is switched on', async ({ play, page }) => {
  await play.open();
  await play.run();
  await play.write(TITLE, 'django', '6 * 7');
  await page.waitForTimeout(1_500);
  expect(await play.runNumber('django')).toBe(1);

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Run by itself after each pause' }).check();
  await page.keyboard.press('Escape');
  await expect(play.cell(TITLE, 'django').locator('.cell-value')).toContainText('42');
  await expect(play.head('sqlalchemy')).toHaveAttribute('data-run', '1');

  await play.write(TITLE, 'django', '6 *');
  await expect(page.getByText('Django ORM does not compile yet')).toBeVisible();
  await expect(play.cell(TITLE, 'django').locator('.cell-value')).toContainText('42');
  await play.write(TITLE, 'django', '6 * 8');
  await expect(play.cell(TITLE, 'django').locator('.cell-value')).toContainText('48');

  await page.reload();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: 'Run by itself after each pause' })).toBeChecked();
});

test('undo stays in the text of now after another run was looked at', async ({ play, page }) => {
  await play.open();
  await page.getByRole('radio', { name: 'Models' }).check();
  const group = page.getByRole('group', { name: 'models.py, Django ORM' });
  const editor = group.locator('.monaco-editor').first();
  await editor.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('#then');
  await play.run();
  await editor.click();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(group).not.toContainText('#then');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('#now');
  await expect(group).toContainText('#now');

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: /^Runs of this tab/ }).click();
  const look = page.getByRole('button', { name: 'Look at run 1' });
  await look.click();
  await expect(group).toContainText('#then');
  await look.click();
  await expect(group).toContainText('#now');
  await editor.click();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(group).not.toContainText('#now');
  await expect(group).not.toContainText('#then');
});
