import { PlayPage } from './support/play-page';
import { expect, test } from './support/test';

const TITLE = 'Read each author';

test('work of a closed tab is offered on both pages, deleted, brought back and gone on with', async ({
  context,
}) => {
  const first = new PlayPage(await context.newPage());
  await first.open();
  await first.write(TITLE, 'django', '40 + 2');
  await expect(first.page.getByText('Saved on this device')).toBeVisible();

  // Open in another tab: nothing is offered, and nothing overwritten.
  const second = new PlayPage(await context.newPage());
  await second.open();
  await second.write(TITLE, 'django', '50 + 5');
  await expect(second.page.getByText('Saved on this device')).toBeVisible();
  await expect(second.page.getByText('Continue:')).toHaveCount(0);
  await first.page.reload();
  await expect(first.cell(TITLE, 'django').locator('.cell-code')).toContainText('40 + 2');
  await first.page.close();
  await second.page.close();

  const page = await context.newPage();
  await page.goto('');
  await expect(
    page.getByText(/^Continue: Books and their authors, edited (just now|\d+ minutes? ago)$/),
  ).toBeVisible();

  const third = new PlayPage(page);
  await third.open();
  const offer = page.getByRole('region', { name: 'Your earlier work' });
  await offer.getByRole('button', { name: 'All 2 drafts' }).click();
  const drafts = page.getByRole('dialog', { name: 'Other drafts' });
  await expect(drafts.getByRole('listitem')).toHaveCount(2);
  await drafts
    .getByRole('button', { name: /^Delete/ })
    .first()
    .click();
  await expect(drafts.getByRole('listitem')).toHaveCount(1);
  await drafts.getByRole('button', { name: 'Undo' }).click();
  await expect(drafts.getByRole('listitem')).toHaveCount(2);
  await drafts.getByRole('button', { name: /^Open/ }).last().click();
  await expect(drafts).toHaveCount(0);
  await expect(third.cell(TITLE, 'django').locator('.cell-code')).toContainText('40 + 2');
});

test('the first page leads to the very draft', async ({ context }) => {
  const first = new PlayPage(await context.newPage());
  await first.open();
  await first.write(TITLE, 'sqlalchemy', '40 + 2');
  await expect(first.page.getByText('Saved on this device')).toBeVisible();
  await first.page.close();
  const page = await context.newPage();
  await page.goto('');
  await page.locator('.continue-line').getByRole('link').click();
  const second = new PlayPage(page);
  await expect(second.cell(TITLE, 'sqlalchemy').locator('.cell-code')).toContainText('40 + 2');
});

test('storage without room is said once, and work goes on', async ({ play, page }) => {
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...args) {
      if (this.name === 'drafts') throw new DOMException('There is no room.', 'QuotaExceededError');
      return put.apply(this, args);
    };
  });
  await play.open();
  await play.write(TITLE, 'django', '40 + 1');
  const said = page.getByText('This browser has no room left');
  await expect(said).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(said).toHaveCount(0);
  await play.write(TITLE, 'django', '40 + 2');
  await expect(page.getByText('Kept in this tab only')).toBeVisible();
  await play.run();
  await expect(play.cell(TITLE, 'django').locator('.cell-value')).toContainText('42');
  await expect(said).toHaveCount(0);
});
