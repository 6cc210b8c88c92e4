import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { expect, test } from './support/test';

/** Opens Tables, and one of them. */
async function openTable(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Inspect' }).click();
  await page.getByRole('tab', { name: 'Tables' }).click();
  await page.getByRole('button', { name }).click();
}

async function saved(page: Page, name: RegExp): Promise<[Download, Buffer]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return [download, await readFile(await download.path())];
}

test('a database is saved, opened again after a change, and both sides run on it', async ({ play, page }) => {
  test.setTimeout(120_000);
  await play.open();
  await openTable(page, /^author 28/);
  const inspector = page.getByRole('dialog', { name: 'Inspector' });
  const file = inspector.getByLabel('File to start from');

  const [sqlite, bytes] = await saved(page, /a \.sqlite file$/);
  expect(sqlite.suggestedFilename()).toBe('books-and-their-authors-start.sqlite');
  expect(bytes.subarray(0, 15).toString()).toBe('SQLite format 3');
  const [csv, table] = await saved(page, /the table author as \.csv$/);
  expect(csv.suggestedFilename()).toBe('author.csv');
  expect(table.toString()).toMatch(/^id,name,born,country\r\n1,Ursula K\. Le Guin,1929-10-21,US\r\n/);
  const [, script] = await saved(page, /an \.sql script$/);

  await test.step('a wrong file is told what it is, and changes nothing', async () => {
    await file.setInputFiles({
      name: 'books.sqlite',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n'),
    });
    await expect(inspector.getByRole('alert').filter({ hasText: 'books.sqlite' })).toContainText(
      /This is a PDF.*Nothing was changed\./,
    );
    await expect(inspector).toContainText('Both sides start from the data set bookshop');
    await inspector.getByRole('button', { name: 'Dismiss' }).click();
  });

  await test.step('a file can be taken back', async () => {
    await file.setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('id,name\n1,Ann\n'),
    });
    await expect(inspector.getByRole('status').filter({ hasText: 'people.csv' })).toContainText(
      'Both sides start from people.csv now: 1 table. Run to use it.',
    );
    await expect(inspector.getByRole('grid', { name: 'Rows of people, Starting data' })).toContainText('Ann');
    await inspector.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(inspector).toContainText('Both sides start from the data set bookshop');
  });

  await test.step('one that was dropped is what both sides run on', async () => {
    const changed = script.toString().replace('Ursula K. Le Guin', 'Nobody at all');
    const drop = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'changed.sql'));
      return transfer;
    }, changed);
    await inspector.dispatchEvent('drop', { dataTransfer: drop });
    await expect(inspector).toContainText('Both sides start from changed.sql');
    await page.keyboard.press('Escape');
    await play.run();
    for (const orm of ['django', 'sqlalchemy'] as const)
      await expect(play.cell('Read each author', orm)).toContainText('Nobody at all');
    await page.keyboard.press('ControlOrMeta+b');
    await inspector.getByRole('radio', { name: 'Both' }).check();
    await inspector.getByRole('button', { name: /^author 28/ }).click();
    for (const name of ['Django ORM', 'SQLAlchemy'])
      await expect(inspector.getByRole('grid', { name: `Rows of author, ${name}` })).toContainText(
        'Nobody at all',
      );
  });
});
