import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test';

const TABS = ['Rows changed', 'Tables', 'Schema', 'Query', 'Plan'] as const;

function inspectorOf(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Inspector' });
}

test('what a run left is looked into from its rows to its plans, by keyboard', async ({ play, page }) => {
  test.setTimeout(120_000);
  await play.open('one-changed-field');
  const inspector = inspectorOf(page);
  const opener = page.getByRole('button', { name: 'Inspect' });

  await test.step('before a run there is only the database that both sides start from', async () => {
    await opener.press('Enter');
    await expect(inspector.getByRole('tab', { name: 'Rows changed' })).toBeFocused();
    await expect(inspector).toContainText('Nothing has run here yet');
    await page.keyboard.press('Escape');
    await expect(inspector).toHaveCount(0);
    await expect(opener).toBeFocused();
  });

  await play.run();
  await page.keyboard.press('ControlOrMeta+b');

  await test.step('rows changed: before and after, and what was set without a change', async () => {
    await expect(inspector).toContainText('1 row changed in book, but not the same on both sides.');
    const changed = inspector.getByRole('region', { name: 'Rows changed in book' });
    await expect(changed.getByRole('row', { name: /^book, id 5 price/ })).toContainText('not the same');
    await expect(changed.getByRole('row', { name: /Set again to the values? they had/ })).toContainText(
      /title, published, author_id.*Django/,
    );
    await inspector.getByRole('radio', { name: 'SQLAlchemy' }).check();
    await expect(inspector).toContainText('1 row changed in book.');
    await expect(changed).not.toContainText('Set again');
  });

  await test.step('tables: arrows go from tab to tab, from cell to cell; columns sort', async () => {
    await inspector.getByRole('tab', { name: 'Rows changed' }).press('ArrowRight');
    await expect(inspector.getByRole('tab', { name: 'Tables' })).toBeFocused();
    await inspector.getByRole('button', { name: /^book 67/ }).press('Enter');
    const grid = inspector.getByRole('grid', { name: 'Rows of book, SQLAlchemy' });
    await expect(grid).toHaveAttribute('aria-rowcount', '68');
    await grid.getByRole('button', { name: /^title/ }).press('Enter');
    await expect(grid.getByRole('columnheader', { name: /^title/ })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    await grid.press('ControlOrMeta+End');
    await expect(grid.getByRole('row').last()).toBeInViewport({ ratio: 0.9 });
    await grid.press('Home');
    await grid.press('ArrowRight');
    await expect(inspector).toContainText(/title, row 67: text, \d+ characters/);
    await inspector.getByRole('radio', { name: 'Columns' }).check();
    await expect(
      inspector.getByRole('row', { name: /author_id bigint to author not allowed/ }),
    ).toBeVisible();
  });

  await test.step('schema: a diagram that arrows go through, and its list', async () => {
    await inspector.getByRole('tab', { name: 'Schema' }).click();
    const diagram = inspector.getByRole('group', { name: 'Diagram of tables, SQLAlchemy' });
    await diagram.getByRole('button', { name: 'author, 28 rows' }).press('ArrowRight');
    await expect(diagram.getByRole('button', { name: 'book, 67 rows, refers to author' })).toBeFocused();
    const list = inspector.getByRole('list', { name: 'Tables, SQLAlchemy' });
    await expect(list.getByRole('button', { name: 'book 67 rows' })).toHaveAttribute('aria-pressed', 'true');
    await expect(list).toContainText('Referred to by book: author_id to author (id)');
  });

  await test.step('query: on a copy, with NULL unlike an empty text, and refusals as sentences', async () => {
    await inspector.getByRole('radio', { name: 'Both' }).check();
    await inspector.getByRole('tab', { name: 'Query' }).click();
    await expect(inspector).toContainText('Your statements don’t change the run.');
    const field = inspector.getByLabel('SQL to run on a copy');
    await field.fill("DELETE FROM review; SELECT count(*), NULL, '' FROM review; SELECT nope FROM book");
    const run = await play.runNumber('django');
    await field.press('ControlOrMeta+Enter');
    for (const name of ['Django ORM', 'SQLAlchemy']) {
      const pane = inspector.getByRole('region', { name, exact: true });
      await expect(pane.locator('.query-words').first()).toHaveText('60 rows changed, in this copy only.');
      const cells = pane.getByRole('grid', { name: `Result 2, ${name}` }).getByRole('gridcell');
      await expect(cells).toHaveText(['0', 'NULL', 'empty text']);
      await expect(pane.locator('.query-refused')).toContainText(
        'SQLite refuses this: no such column: nope.',
      );
    }
    expect(await play.runNumber('django')).toBe(run);
    await inspector.getByRole('button', { name: 'Go to line 1, column 67' }).first().click();
    await expect(field).toBeFocused();
    await field.fill('SELECT count(*) FROM review');
    await field.press('ControlOrMeta+Enter');
    await expect(inspector.getByRole('grid', { name: 'Result 1, Django ORM' })).toContainText('60');
    await inspector.getByLabel('Statements run before').selectOption({ index: 2 });
    await expect(field).toHaveValue(/^DELETE FROM review;/);
  });

  await test.step('plan: full scans and sorts named, of what was sent and of one’s own, and with an index', async () => {
    await inspector.getByRole('tab', { name: 'Plan' }).click();
    const sent = inspector.getByLabel('Statements of the last run');
    await sent.selectOption({ index: 1 });
    const statement = inspector.getByLabel('Statement to plan');
    await expect(statement).toHaveValue(/^SELECT .*"book"."title" = 'Solaris'/s);
    await statement.fill('SELECT title FROM book WHERE stock = 3 ORDER BY title');
    const plan = inspector.getByRole('region', { name: 'Plan, Django ORM', exact: true });
    await expect(plan).toContainText('Full scan of book, 67 rows. Sorts for ORDER BY in a temporary b-tree.');
    await expect(plan.getByRole('listitem').first()).toHaveText('SCAN book, whole table, 67 rows');
    await inspector.getByRole('button', { name: /^Try CREATE INDEX/ }).click();
    const tried = inspector.getByRole('region', { name: 'Plan with the index, Django ORM' });
    await expect(tried).toContainText('With the index, which SQLite would use');
    await expect(tried).toContainText('No full scan and no temporary sort.');
  });

  await test.step('the drawer is made higher by keys, and comes back as it was left', async () => {
    const grip = inspector.getByRole('separator', { name: 'Height of the inspector' });
    await grip.press('ArrowUp');
    await expect(grip).toHaveAttribute('aria-valuenow', '45');
    const { height } = (await inspector.boundingBox()) ?? { height: 0 };
    expect(height / (page.viewportSize()?.height ?? 1)).toBeCloseTo(0.45, 2);
    await page.keyboard.press('ControlOrMeta+b');
    await expect(inspector).toHaveCount(0);
    await page.reload();
    await page.keyboard.press('ControlOrMeta+b');
    await expect(inspector.getByRole('tab', { name: 'Plan', selected: true })).toBeFocused();
    await expect(grip).toHaveAttribute('aria-valuenow', '45');
  });
});

for (const [name, viewport] of [
  ['a drawer', { width: 1440, height: 900 }],
  ['a sheet over a phone', { width: 390, height: 844 }],
] as const) {
  test(`nobody is kept out of the inspector as ${name}`, async ({ play, page }) => {
    await page.setViewportSize(viewport);
    await play.open();
    await page.getByRole('button', { name: 'Inspect' }).click();
    const inspector = inspectorOf(page);
    for (const tab of TABS) {
      await inspector.getByRole('tab', { name: tab }).click();
      await expect(inspector.getByText(/^(Opening the database|Reading) …$/)).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page }).include('.inspector').analyze();
      expect(violations.map(({ id, nodes }) => `${tab}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
      const box = await inspector.boundingBox();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
      expect(box?.width).toBe(viewport.width);
    }
    await inspector.getByRole('button', { name: 'Close the inspector' }).click();
    await expect(page.getByRole('button', { name: 'Inspect' })).toBeFocused();
  });
}
