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

test('a name that is no example is said, and the page goes on', async ({ play, page }) => {
  await play.open('no-such-thing');
  await expect(page.getByText('There is no example “no-such-thing”')).toBeVisible();
  await play.run();
  await expect(play.head('django').locator('.side-count')).toContainText('statements');
});
