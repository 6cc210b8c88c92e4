import { expect, test } from './support/test';

test("one side's models are drafted from the other's, reviewed, used and taken back", async ({
  play,
  page,
}) => {
  await play.open('many-to-many');
  await page.getByRole('radio', { name: 'Models' }).check();
  const models = page.getByRole('group', { name: 'models.py, SQLAlchemy' });
  await expect(models).toContainText('DeclarativeBase');
  await page.getByRole('button', { name: "Start SQLAlchemy's models from Django's" }).click();
  const draft = page.getByRole('region', {
    name: 'Draft of SQLAlchemy models, made from Django ORM',
    exact: true,
  });
  await expect(draft).toContainText('# A draft, ', { timeout: 60_000 });
  await expect(draft.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(draft.getByRole('listitem')).not.toHaveCount(0);
  await expect(models).not.toContainText('# A draft, ');
  await draft.getByRole('button', { name: 'Cancel' }).click();
  await expect(draft).toHaveCount(0);

  await page.getByRole('button', { name: "Start Django's models from SQLAlchemy's" }).click();
  const other = page.getByRole('region', {
    name: 'Draft of Django ORM models, made from SQLAlchemy',
    exact: true,
  });
  await other.getByRole('button', { name: 'Use this draft' }).click({ timeout: 60_000 });
  const django = page.getByRole('group', { name: 'models.py, Django ORM' });
  await expect(django).toContainText('# A draft, ');
  await play.run();
  await expect(page.getByRole('region', { name: 'Django ORM, why it ended' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(django).not.toContainText('# A draft, ');
});

test('what cannot be read is said, and a side without models is offered a start anywhere', async ({
  play,
  page,
}) => {
  await play.open();
  await play.writeModels('django', 'from django.db import models\n\nclass A(models.Model):\n    x = 1 / 0\n');
  await page.getByRole('button', { name: "Start SQLAlchemy's models from Django's" }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'No draft' })).toContainText('line 4 of models.py', {
    timeout: 60_000,
  });
  await play.writeModels('django', ' ');
  await page.getByRole('radio', { name: 'Code' }).check();
  await expect(page.getByRole('button', { name: "Start Django's models from SQLAlchemy's" })).toBeVisible();
});
