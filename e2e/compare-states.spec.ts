import { expect, test } from './support/test';

const FORGET = 'Forget to commit';

test('values and databases are compared after each row, and the final tables; differences show their rows', async ({
  play,
  page,
}) => {
  const row = (title: string) => page.getByRole('region', { name: title, exact: true });
  await play.open('transactions-and-errors');
  await expect(row('Databases at the end')).toHaveCount(0);
  await play.run();

  await expect(row('Sell two books in one transaction')).toContainText(
    'Same database: 469 rows in 8 tables.',
  );
  await expect(row('Sell one that is not there')).toContainText('Same database.');
  await row(FORGET).getByText('Different databases: 1 row only in Django.').click();
  const lost = row(FORGET).getByRole('region', { name: 'Rows of customer that one side has alone' });
  await expect(lost.getByRole('row', { name: /Django ORM.*Ada.*ada@example.com/ })).toBeVisible();

  const end = row('Databases at the end');
  await end.getByText('Different databases: 1 row only in Django.').click();
  const tables = end.getByRole('region', { name: 'Rows of each table in both databases' });
  await expect(tables.getByRole('row', { name: 'customer 29 28 1 row only in Django' })).toBeVisible();
  await expect(tables.getByRole('row', { name: /^book 67 67 same$/i })).toBeVisible();

  await play.write(FORGET, 'django', 'Customer.objects.filter(id=1).update(city="Łódź")\n[1, 2, 3]');
  await play.write(
    FORGET,
    'sqlalchemy',
    'open_session = Session()\nopen_session.get(Customer, 1).city = "Łódź"\nopen_session.flush()\n[1, 4]',
  );
  await play.run();
  await expect(row(FORGET)).toContainText('Not committed yet: 1 write in SQLAlchemy.');
  await row(FORGET).getByText('Different databases: 1 row with other values.').click();
  await expect(row(FORGET).getByRole('region', { name: 'Rows of customer with other values' })).toContainText(
    'Łódź',
  );
  await row(FORGET).getByText('Different rows: 2 only in Django, 1 only in SQLAlchemy.').click();
  const values = row(FORGET).getByRole('region', { name: 'Rows of one side alone' });
  await expect(values.getByRole('row', { name: 'Django ORM 3 3' })).toBeVisible();
  await expect(values.getByRole('row', { name: 'SQLAlchemy 2 4' })).toBeVisible();
});
