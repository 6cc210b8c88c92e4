import { loadRecording, scenarioSlugs } from '../lib/scenarios/load';
import { isCounted } from '../lib/trace/counted';
import { expect, test } from './support/test';

for (const slug of scenarioSlugs()) {
  test(`${slug} runs live and sends what its recording shows`, async ({ play, page }) => {
    await play.open(slug);
    await play.run();
    const { trace } = loadRecording(slug);
    for (const orm of ['django', 'sqlalchemy'] as const) {
      const counted = trace[orm].trace.statements.filter(isCounted).length;
      await expect(play.head(orm).locator('.side-count b')).toHaveText(String(counted));
      for (const { title, value } of trace[orm].trace.cells) {
        if (value === null) continue;
        // The view writes lists and tuples in its own way: their first item is in both.
        const start = /[^[(),]+/.exec(value)?.[0].slice(0, 12) ?? value;
        await expect(play.cell(title, orm).locator('.cell-value')).toContainText(start);
      }
    }
    await expect(page.getByText('Ran just now', { exact: true })).toBeVisible();
  });
}
