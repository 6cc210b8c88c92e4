import type { Locator, Page } from '@playwright/test';
import type { Orm } from '../../lib/orm/orm';

const NAMES: Readonly<Record<Orm, string>> = { django: 'Django ORM', sqlalchemy: 'SQLAlchemy' };

/** The page on which code is written and run, in the words of a person who uses it. */
export class PlayPage {
  constructor(readonly page: Page) {}

  /** Opens it with a scenario's code, the default one's without a name. */
  async open(scenario?: string): Promise<void> {
    await this.page.goto(scenario === undefined ? 'play/' : `play/?scenario=${scenario}`);
  }

  /** Presses Run and waits until both sides show the new run. */
  async run(): Promise<void> {
    const before = await Promise.all([this.runNumber('django'), this.runNumber('sqlalchemy')]);
    await this.page.getByRole('button', { name: /^Run (both|again)/ }).click();
    for (const [index, orm] of (['django', 'sqlalchemy'] as const).entries()) {
      await this.page.waitForFunction(
        ({ side, old }) =>
          Number(document.querySelector(`[data-side="${side}"]`)?.getAttribute('data-run')) > old,
        { side: orm, old: before[index] ?? 0 },
        { timeout: 60_000 },
      );
    }
  }

  /** Number of the run that a side shows, 0 for a recording. */
  async runNumber(orm: Orm): Promise<number> {
    return Number(await this.head(orm).getAttribute('data-run'));
  }

  /** The head of a side, with its count. */
  head(orm: Orm): Locator {
    return this.page.locator(`[data-side="${orm}"]`);
  }

  /** The cell of that title. */
  cell(title: string, orm: Orm): Locator {
    return this.page.getByRole('group', { name: new RegExp(`^${title}, ${NAMES[orm]}`) });
  }

  /** Replaces a cell's code by typing. */
  async write(title: string, orm: Orm, code: string): Promise<void> {
    await this.page.getByRole('button', { name: `Edit ${title}, ${NAMES[orm]}` }).click();
    await this.replace(this.cell(title, orm), code);
    await this.page.keyboard.press('Escape');
  }

  /** Replaces the models of a side by typing. */
  async writeModels(orm: Orm, code: string): Promise<void> {
    await this.page.getByRole('radio', { name: 'Models' }).check();
    await this.replace(this.page.getByRole('group', { name: `models.py, ${NAMES[orm]}` }), code);
  }

  private async replace(place: Locator, code: string): Promise<void> {
    const editor = place.locator('.monaco-editor').first();
    await editor.waitFor();
    await editor.click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(code);
  }
}
