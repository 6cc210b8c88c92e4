import type { Page, Route } from '@playwright/test';
import { openEnginePage } from './support/engine';
import { expect, test } from './support/test';

const program = (script: string) => ({ files: { 'models.py': '', 'script.py': script }, image: null });
const HELLO = program('print("hello")\n');
/** That it is there again at all; how fast is what `npm run bench` measures, on a machine with nothing else to do. */
const AGAIN_MS = 15_000;

const start = (page: Page) => page.evaluate(() => engineTools.start());

test('an engine starts from the snapshot; the next visit downloads nothing of it again', async ({
  page,
  site,
}) => {
  await openEnginePage(page, site);
  expect(await start(page)).toEqual({ kind: 'ready', words: 'snapshot' });
  await expect
    .poll(() =>
      page.evaluate(async () => (await caches.open('orm-pilot-runtime')).keys().then((k) => k.length)),
    )
    .toBeGreaterThanOrEqual(5);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openEnginePage(page, site);
  expect(await start(page)).toEqual({ kind: 'ready', words: 'snapshot' });
  expect(asked.filter((url) => url.endsWith('.bin'))).toEqual([]);
});

test('a snapshot that cannot be restored leads to a plain boot, which is said', async ({ page, site }) => {
  await openEnginePage(page, site);
  const { boot, kind, stdout } = await page.evaluate(
    (given) => engineTools.runWithUselessSnapshot(given),
    HELLO,
  );
  expect(boot.how).toBe('plain');
  expect(boot).toHaveProperty('why', expect.stringContaining('napshot'));
  expect({ kind, stdout }).toEqual({ kind: 'done', stdout: 'hello\n' });
});

test('a program that is stopped keeps what it did, and the next can run at once', async ({ page, site }) => {
  await openEnginePage(page, site);
  await start(page);
  const script = 'print("before")\n\n# %% Endless\nwhile True:\n    pass\n';
  const stopped = await page.evaluate((given) => engineTools.stop(given), program(script));
  expect(stopped).toMatchObject({ kind: 'stopped', stdout: 'before\n' });
  expect(stopped.readyAgainMs).toBeLessThan(AGAIN_MS);
  expect(await page.evaluate((given) => engineTools.run(given), HELLO)).toMatchObject({ kind: 'done' });
});

/** Answers with the true file, one byte of it changed. */
async function damage(route: Route): Promise<void> {
  const body = await (await route.fetch()).body();
  body[1_000] = (body[1_000] ?? 0) ^ 1;
  await route.fulfill({ body });
}

const faults: ReadonlyArray<
  readonly [what: string, file: RegExp, fault: (route: Route) => Promise<void>, words: string]
> = [
  ['the core is damaged', /\/core-\w+\.bin$/, damage, 'arrived damaged'],
  ['the snapshot is damaged', /\/snapshot-\w+\.bin$/, damage, 'arrived damaged'],
  ['a worker is damaged', /\/engine-worker-\w+\.bin$/, damage, 'arrived damaged'],
  [
    'the snapshot is missing',
    /\/snapshot-\w+\.bin$/,
    (route) => route.fulfill({ status: 404 }),
    'status 404',
  ],
  ['the list is missing', /\/manifest\.json$/, (route) => route.fulfill({ status: 404 }), 'status 404'],
  [
    'the list is not one',
    /\/manifest\.json$/,
    (route) => route.fulfill({ body: '{}' }),
    'does not have the form',
  ],
  ['the network is gone', /\/core-\w+\.bin$/, (route) => route.abort(), 'Check your connection'],
];

for (const [what, file, fault, words] of faults) {
  test(`a sentence says that ${what}, and trying again helps once it is mended`, async ({ page, site }) => {
    await openEnginePage(page, site);
    await page.route(file, fault);
    const failed = await start(page);
    expect(failed.kind).toBe('failed');
    expect(failed.words).toContain(words);
    await page.unroute(file);
    expect(await start(page)).toEqual({ kind: 'ready', words: 'snapshot' });
  });
}

test('a browser that lacks something is told what', async ({ page, site }) => {
  await page.addInitScript(() => Reflect.deleteProperty(WebAssembly, 'Tag'));
  await openEnginePage(page, site);
  const { kind, words } = await start(page);
  expect(kind).toBe('failed');
  expect(words).toContain('lacks WebAssembly');
});
