import { expect, test } from './support/test';

const TITLE = 'Read each author';
/** A loop is one line: an editor sets in by itself what is typed behind a colon. */
const CODE = {
  django: `running_low = Book.objects.filter(stock__lt=5).order_by("title")
from models import Author
for number in range(500): Book.objects.get(pk=1 + number % 20); Author.objects.get(pk=1 + number % 9)
for number in range(600): Author.objects.create(name=f"Author {number}", country="PL")`,
  sqlalchemy: `running_low = select(Book).where(Book.stock < 5).order_by(Book.title)
from models import Author
session = Session()
for number in range(500): session.scalars(select(Book).where(Book.id == 1 + number % 20)).one(); session.scalars(select(Author).where(Author.id == 1 + number % 9)).one()
session.close()`,
} as const;

test('a run of thousands is read by kind, in order, by its map, by filters and by finding', async ({
  play,
  page,
}) => {
  await play.open();
  await play.write(TITLE, 'django', CODE.django);
  await play.write(TITLE, 'sqlalchemy', CODE.sqlalchemy);
  await play.run();
  const cell = play.cell(TITLE, 'django');
  const drawn = cell.getByRole('article');

  await test.step('by kind first: how often, and sorted by what is asked for', async () => {
    const kinds = cell.getByRole('region', { name: 'Statements by kind' });
    await expect(kinds.getByRole('row')).toHaveCount(4);
    await kinds.getByRole('button', { name: 'Sent' }).click();
    const first = kinds.getByRole('row').nth(1).getByRole('cell');
    await expect(first.nth(0)).toContainText('INSERT INTO "author"');
    await expect(first.nth(1)).toHaveText('600');
    await expect(drawn).toHaveCount(0);
  });

  await test.step('one kind on its own, in order', async () => {
    await cell.getByRole('button', { name: /^SELECT "book"/ }).click();
    await expect(drawn.first()).toContainText('FROM "book"');
    await expect(cell.getByText('500 statements', { exact: true })).toBeVisible();
    await cell.getByRole('button', { name: 'Of one kind' }).click();
    await expect(cell.getByText('1,600 statements', { exact: true })).toBeVisible();
    expect(await drawn.count()).toBeLessThan(60);
  });

  await test.step('the map leads to any of them by keys, and says which are in sight', async () => {
    const map = page.getByRole('slider', { name: /^Map of Django ORM, 1,6\d\d statements/ });
    await map.focus();
    await page.keyboard.press('End');
    const all = Number(await map.getAttribute('aria-valuemax'));
    await expect(map).toHaveAttribute('aria-valuetext', /^statement (1,6\d\d) of \1$/);
    await page.keyboard.press('Home');
    await expect(map).toHaveAttribute(
      'aria-valuetext',
      new RegExp(`^statement 1 of ${all.toLocaleString('en')}$`),
    );
    await expect(cell.locator('[aria-posinset="1"]')).toBeInViewport();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowRight');
    const place = Number(await map.getAttribute('aria-valuenow'));
    expect(place).toBeGreaterThan(10);
    await expect(cell.locator(`[aria-posinset="${place}"]`)).toBeInViewport();
    const box = await map.boundingBox();
    if (box === null) throw new Error('The map is not on the screen.');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect
      .poll(async () => Number(await map.getAttribute('aria-valuenow')))
      .toBeGreaterThan(all * 0.45);
    await expect(map).toBeInViewport();
  });

  await test.step('filters leave one verb, and findings what they speak of', async () => {
    await page.getByRole('radio', { name: /^Writes 600/ }).check();
    await expect(drawn).toHaveCount(1);
    await expect(drawn).toContainText('×600');
    await expect(
      play.cell(TITLE, 'sqlalchemy').getByText(/^None of 1,000 statements is shown/),
    ).toBeVisible();
    await page.getByRole('radio', { name: /^All/ }).check();
  });

  await test.step('find looks through all of them, and Escape leaves it', async () => {
    const field = page.getByRole('searchbox', { name: 'Find in SQL and values' });
    await field.fill('author 577');
    await expect(page.getByText(/^1 of 2,6\d\d statements shown/)).toBeVisible();
    await expect(drawn).toHaveCount(1);
    await expect(drawn).toContainText("'Author 577'");
    await field.press('Escape');
    await expect(field).toHaveValue('');
    await expect(cell.getByText('1,600 statements', { exact: true })).toBeVisible();
  });
});

test('one side alone stands with its SQL level with its calls', async ({ play, page }) => {
  await play.open();
  await page.getByRole('radio', { name: 'SQLAlchemy', exact: true }).check();
  const cell = play.cell(TITLE, 'sqlalchemy');
  await expect(play.cell(TITLE, 'django')).toBeHidden();
  await expect(play.head('django')).toBeHidden();
  for (const call of [1, 2]) {
    const code = cell.locator(`.cell-code .call[data-call="${call}"]`).first();
    const sent = cell.locator(`article[data-call="${call}"] header`).first();
    await expect
      .poll(async () => {
        const [one, other] = [await code.boundingBox(), await sent.boundingBox()];
        return one && other && one.x + one.width < other.x && Math.abs(one.y - other.y);
      })
      .toBeLessThan(12);
  }
  await cell.locator('.cell-code .call[data-call="2"]').first().click();
  await expect(cell.locator('article[data-call="2"]').first()).toHaveAttribute('data-lit', /pinned|hovered/);
  await page.reload();
  await expect(play.cell(TITLE, 'django')).toBeHidden();
  await page.getByRole('radio', { name: 'Both', exact: true }).check();
  await expect(play.cell(TITLE, 'django')).toBeVisible();
});
