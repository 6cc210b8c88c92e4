import { expect, test } from './support/test';

const TITLE = 'Read each author';

test('a new program typed on both sides runs, and its SQL stands beside it', async ({ play }) => {
  await play.open();
  await play.write(TITLE, 'django', 'from models import Author\nAuthor.objects.filter(country="PL").count()');
  await play.write(
    TITLE,
    'sqlalchemy',
    'from sqlalchemy import func\nfrom models import Author\n' +
      'session.scalar(select(func.count()).select_from(Author).where(Author.country == "PL"))',
  );
  await play.run();
  for (const orm of ['django', 'sqlalchemy'] as const) {
    const cell = play.cell(TITLE, orm);
    await expect(cell.locator('.cell-statements')).toContainText(/COUNT\(/i);
    await expect(cell.locator('.cell-statements')).toContainText("'PL'");
  }
});

test('an error stands at its line; what was sent before it, and the other side, stay', async ({
  play,
  page,
}) => {
  await play.open();
  await play.write(
    TITLE,
    'django',
    'from models import Author\nAuthor.objects.count()\nAuthor.objects.get(id=0)',
  );
  await play.run();
  const cell = play.cell(TITLE, 'django');
  await expect(cell.getByRole('alert')).toContainText('DoesNotExist');
  await expect(cell.locator('.cell-statements')).toContainText(/COUNT\(/i);
  await expect(page.getByText(/Django ORM stopped at line \d+ of script.py/).first()).toBeVisible();
  await expect(play.cell(TITLE, 'sqlalchemy').locator('.cell-value')).toContainText('list of 20');
});

test('an endless loop can be stopped, and the next run works', async ({ play, page }) => {
  await play.open();
  await play.write(TITLE, 'django', 'print("before")\nwhile True:\n    pass');
  await page.getByRole('button', { name: /^Run (both|again)/ }).click();
  await expect(page.getByText('Running')).not.toHaveCount(0);
  await expect(play.cell(TITLE, 'django').locator('.cell-output')).toContainText('before');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText(/Django ORM was stopped after/).first()).toBeVisible();
  await expect(play.cell(TITLE, 'django').locator('.cell-output')).toContainText('before');
  await play.write(TITLE, 'django', '1 + 1');
  await play.run();
  await expect(play.cell(TITLE, 'django').locator('.cell-value')).toContainText('2');
});

test('the code is there again after a reload', async ({ play, page }) => {
  await play.open();
  await play.write(TITLE, 'django', '40 + 2');
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect(play.cell(TITLE, 'django').locator('.cell-code')).toContainText('40 + 2');
});
