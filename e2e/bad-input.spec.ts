import { expect, test } from './support/test';

const TITLE = 'Read each author';

/** A program that goes wrong, and the sentence that says how. */
const programs: ReadonlyArray<readonly [what: string, code: string, words: RegExp]> = [
  ['a syntax error', 'for x in\n', /SyntaxError/],
  ['a package that is missing', 'import requests\n', /your own files/],
  ['recursion without end', 'f = lambda: f()\nf()\n', /calls itself without an end/],
  ['sys.exit()', 'import sys\nsys.exit()\n', /ended itself by sys.exit/],
  ['os._exit(0)', 'import os\nos._exit(0)\n', /Use sys.exit\(\)/],
  ['input()', 'input()\n', /nobody can answer/],
  [
    'a thread',
    'import threading\nthreading.Thread(target=print).start()\n',
    /Threads are not available here/,
  ],
  ["SQLAlchemy's asyncio", 'from sqlalchemy.ext.asyncio import AsyncSession\n', /greenlet/],
  ['an allocation of 3 GiB', 'x = [bytearray(10**8) for _ in range(30)]\n', /used all the memory/],
  [
    'a table that is not there',
    'from django.db import connection\nconnection.cursor().execute("SELECT * FROM nope")\n',
    /no such table/,
  ],
];

test('each kind of bad program ends in a sentence, and the other side stays', async ({ play, page }) => {
  test.setTimeout(180_000);
  await play.open();
  for (const [what, code, words] of programs) {
    await test.step(what, async () => {
      await play.write(TITLE, 'django', code);
      await play.run();
      await expect(page.locator('.error-block').first(), what).toContainText(words);
      await expect(play.cell(TITLE, 'sqlalchemy').locator('.cell-value'), what).toContainText('list of 20');
    });
  }
});

/** A program that ends well, and what must be said of it all the same. */
const noticed: ReadonlyArray<readonly [what: string, code: string, words: RegExp]> = [
  ['a million prints', 'printed = [print("12345678") for _ in range(10**6)]', /output was cut at 200,000/],
  [
    'an open cursor at the end',
    'from django.db import connection\nc = connection.cursor()\nc.execute("SELECT id FROM book") and c.fetchone() and None',
    /not read to its end/,
  ],
  [
    'an ATTACH',
    'from django.db import connection\nconnection.cursor().execute("ATTACH \':memory:\' AS other") and None',
    /attached another database/,
  ],
];

/** The later cells, which rest on names of the first one, are none of what is tried. */
const REST = '\nraise SystemExit';

test('what is odd about a program that ended is said in a notice', async ({ play, page }) => {
  await play.open();
  for (const [what, code, words] of noticed) {
    await test.step(what, async () => {
      await play.write(TITLE, 'django', code + REST);
      await play.run();
      await expect(page.getByRole('list', { name: 'Notices, Django ORM' }), what).toContainText(words);
    });
  }
});

test('SQL of 5 MB is cut, and the page goes on', async ({ play }) => {
  await play.open();
  const sql = `connection.cursor().execute("SELECT '" + "x" * 5_000_000 + "'") and None`;
  await play.write(TITLE, 'django', `from django.db import connection\n${sql}${REST}`);
  await play.run();
  await expect(play.cell(TITLE, 'django').locator('.cell-statements')).toContainText('SELECT');
});

test('a long sleep ends at the time limit, and what was printed before it stays', async ({ play, page }) => {
  await play.open();
  await play.write(TITLE, 'django', 'import time\nprint("before")\ntime.sleep(100)');
  await play.run();
  await expect(page.locator('.error-block').first()).toContainText('the limit for one run');
  await expect(play.cell(TITLE, 'django').locator('.cell-output')).toContainText('before');
});

test('a model without a table is said', async ({ play, page }) => {
  await play.open();
  await play.writeModels(
    'django',
    'from django.db import models\nclass Book(models.Model): Meta = type("Meta", (), {"managed": False, "db_table": "nowhere"})',
  );
  await page.getByRole('radio', { name: 'Code' }).check();
  await play.write(TITLE, 'django', 'Book.objects.count()');
  await play.run();
  await expect(page.locator('.error-block').first()).toContainText(/no such table/);
});

test('a name that is no example is said, and the page goes on', async ({ play, page }) => {
  await play.open('no-such-thing');
  await expect(page.getByText('There is no example “no-such-thing”')).toBeVisible();
  await play.run();
  await expect(play.head('django').locator('.side-count')).toContainText('statements');
});
