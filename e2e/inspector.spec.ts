import { openPageWith } from './support/page-script';
import { expect, test } from './support/test';

const ENDLESS = 'WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';

test.beforeEach(({ page, site }) => openPageWith(page, site, 'inspector-page.ts', 'inspector'));

test('SQLite comes up under the policy of the page, makes a database and reads it', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => refused.push(message.text()));
  const found = await page.evaluate(async () => {
    const image = await inspector.imageFromSql(
      "CREATE TABLE a (n); INSERT INTO a VALUES ('é'), (9007199254740993)",
    );
    const opened = await inspector.openImage(image);
    const { rows } = await opened.rows('a', { offset: 0, limit: 9, sort: null });
    const why = await inspector
      .imageFromSql('CREATE TABEL a')
      .catch((error: Error) => `${error.name}: ${error.message}`);
    return {
      start: new TextDecoder().decode(image.slice(0, 15)),
      rows: rows.map((row) => row.map(String)),
      why,
    };
  });
  expect(found).toEqual({
    start: 'SQLite format 3',
    rows: [['é'], ['9007199254740993']],
    why: 'ImageError: The SQL of the starting data cannot be run: near "TABEL": syntax error.',
  });
  expect(refused).toEqual([]);
});

test('a statement without an end is stopped while the page goes on, and the image stays open', async ({
  page,
}) => {
  const found = await page.evaluate(async (endless) => {
    const opened = await inspector.openImage(await inspector.imageFromSql('CREATE TABLE a (n)'));
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 50);
    const { refused } = await opened.query(endless);
    clearInterval(ticking);
    return { ticks, message: refused?.message, next: await opened.query('SELECT count(*) FROM a') };
  }, ENDLESS);
  expect(found.message).toBe('This took longer than 5 s and was stopped. Nothing was changed.');
  expect(found.ticks).toBeGreaterThan(20);
  expect(found.next).toMatchObject({ refused: null, statements: [{ columns: ['count(*)'] }] });
});

test('a damaged SQLite is refused by name, and the next try has a whole one', async ({ page }) => {
  await page.route(/\/inspector-[0-9a-f]+\.bin$/, async (route) => {
    const body = await (await route.fetch()).body();
    body[1_000] = (body[1_000] ?? 0) ^ 1;
    await route.fulfill({ body });
  });
  const make = () =>
    page.evaluate(() =>
      inspector.imageFromSql('').then(
        () => 'made',
        (error: Error) => `${error.name}: ${error.message}`,
      ),
    );
  expect(await make()).toMatch(
    /^AssetDamagedError: The file inspector-\w+\.bin, which this page needs, arrived damaged/,
  );
  await page.unrouteAll();
  expect(await make()).toBe('made');
});
