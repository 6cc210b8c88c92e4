import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './support/test';

test('the first SQL is readable with scripts off', async ({ browser, site }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  for (const path of ['/', '/play/', '/scenarios/n-plus-one/']) {
    await page.goto(site + path);
    await expect(page.locator('main')).toContainText('SELECT');
  }
  await page.close();
});

for (const path of ['', 'play/', 'about/', 'scenarios/', 'scenarios/n-plus-one/']) {
  test(`no accessibility rule is broken on /${path}`, async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}
