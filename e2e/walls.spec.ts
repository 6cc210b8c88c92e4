import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleAuditWorker } from '../lib/runtime/build/bundle';
import { ROOT } from '../lib/runtime/build/paths';
import { DEFAULT_LIMITS } from '../lib/runtime/contract';
import { escapes, openEnginePage } from './support/engine';
import { expect, test } from './support/test';

/**
 * What a program cannot do, tried in the product's own engine: the worker starts from a blob: address
 * under the site's policy, and its realm is stripped. Neither wall is enough alone, so both are tried.
 */

const AT_LEAST = 25;
const LIMITS = { ...DEFAULT_LIMITS, wallMs: 15_000 };
const all = await escapes();

test.beforeEach(async ({ page, site, witness }) => {
  witness.forget();
  await openEnginePage(page, site);
});

test('the witness hears what is sent to it, so its silence means something', async ({
  browser,
  site,
  witness,
}) => {
  const page = await browser.newPage({ bypassCSP: true });
  await page.goto(`${site}/404.html`);
  await page.evaluate((url) => fetch(url), `${witness.origin}/control`);
  expect(witness.hits).toEqual(['GET /control']);
  await page.close();
});

test('the policy alone keeps a worker from other servers and from code made of text', async ({
  page,
  witness,
}) => {
  const tried = await page.evaluate((url) => engineTools.tryPolicy(url), `${witness.origin}/policy`);
  expect(tried).toEqual({ fetch: 'shut', import: 'shut', eval: 'shut', WebSocket: 'shut', worker: 'shut' });
  expect(witness.hits).toEqual([]);
});

test('no capability can be reached from Python once the realm is stripped', async ({ page }) => {
  const script = new TextDecoder().decode(await bundleAuditWorker());
  const { before, after } = await page.evaluate((text) => engineTools.audit(text), script);
  expect(before.found.join('\n')).toContain('which makes code from text');
  expect(after.found).toEqual([]);
  expect(after.objects).toBeGreaterThan(500);
});

test('what a program prints is seen, so the silence of the others means something', async ({ page }) => {
  const files = { 'models.py': '', 'script.py': 'print("GOT", 1)\n' };
  const { kind, stdout } = await page.evaluate((program) => engineTools.run(program), { files, image: null });
  expect({ kind, stdout }).toEqual({ kind: 'done', stdout: 'GOT 1\n' });
});

test(`none of at least ${AT_LEAST} ways out of the engine leads anywhere`, async ({ page, witness }) => {
  expect(all.length).toBeGreaterThanOrEqual(AT_LEAST);
  test.setTimeout(all.length * LIMITS.wallMs);
  const { hostname, port } = new URL(witness.origin);
  const target = `URL = "${witness.origin}/"\nHOST = "${hostname}"\nPORT = ${port}\n`;
  const before = await page.evaluate(() => engineTools.stored());
  for (const { name, title, script } of all) {
    await test.step(`${title} (${name})`, async () => {
      const files = { 'models.py': '', 'script.py': script, 'target.py': target };
      const program = { files, image: null, limits: LIMITS };
      const { stdout } = await page.evaluate((given) => engineTools.run(given), program);
      expect.soft(stdout, name).not.toContain('GOT');
      expect.soft(witness.hits, name).toEqual([]);
      expect.soft(await page.evaluate(() => engineTools.foreign), name).toEqual([]);
      // The runtime keeps its own files in one cache; nothing else may appear.
      const kept = await page.evaluate(() => engineTools.stored());
      expect
        .soft(
          kept.filter((entry) => entry !== 'orm-pilot-runtime'),
          name,
        )
        .toEqual(before);
    });
  }
});

test('a statement that SQLite did not execute is shown with a warning, and nothing breaks', async ({
  page,
}) => {
  const script = await readFile(join(ROOT, 'e2e', 'tampering', 'forged_statement.py'), 'utf8');
  const program = { files: { 'models.py': '', 'script.py': script }, image: null };
  const forged = await page.evaluate((given) => engineTools.run(given), program);
  expect(forged.sql).toContain('DELETE FROM forged');
  expect(forged.notices.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['interference', 'incomplete']),
  );
  const honest = { files: { 'models.py': '', 'script.py': 'print(1)\n' }, image: null };
  const { kind, notices } = await page.evaluate((given) => engineTools.run(given), honest);
  expect({ kind, notices }).toEqual({ kind: 'done', notices: [] });
});
