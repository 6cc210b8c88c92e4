import { expect, test } from './support/test';

test('a file is added to both sides, refused under a bad name, removed and brought back', async ({
  play,
  page,
}) => {
  await play.open();
  const name = page.getByLabel('Add a file');
  await name.fill('class.py');
  await name.press('Enter');
  await expect(page.getByText('a word of Python')).toBeVisible();
  await name.fill('helpers.py');
  await name.press('Enter');
  await expect(page.getByRole('group', { name: 'helpers.py, Django ORM' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove helpers.py' }).click();
  await expect(page.getByRole('radio', { name: 'helpers.py' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('group', { name: 'helpers.py, SQLAlchemy' })).toBeVisible();
});
