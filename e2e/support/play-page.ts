import type { Page } from '@playwright/test';

/** The page on which code is written and run, in the words of a person who uses it. */
export class PlayPage {
  constructor(readonly page: Page) {}

  /** Opens it with a scenario's code, the default one's without a name. */
  async open(scenario?: string): Promise<void> {
    await this.page.goto(scenario === undefined ? 'play/' : `play/?scenario=${scenario}`);
  }
}
