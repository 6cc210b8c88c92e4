import { test as base } from '@playwright/test';
import { BASE_PATH, SITE } from '../../scripts/build-site';
import { serveSite } from '../../scripts/serve';
import { PlayPage } from './play-page';
import { startWitness, type Witness } from './witness';

interface Fixtures {
  /** The page on which code is written and run, not opened yet. */
  readonly play: PlayPage;
}

interface WorkerFixtures {
  /** The built site's address, without a slash at its end. */
  readonly site: string;
  /** Another origin, which logs what reaches it. */
  readonly witness: Witness;
}

/**
 * Playwright's `test` on the built site, served as any static host would, and a witness beside it. With
 * `ORM_PILOT_TEST_SITE` (an address without a slash at its end) on a site that somebody else serves: a
 * deployed one, or that of `npm run dev`.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  site: [
    async ({ browserName: _ }, use) => {
      const served = process.env.ORM_PILOT_TEST_SITE;
      if (served !== undefined) return use(served);
      const server = await serveSite(SITE, { basePath: BASE_PATH });
      await use(server.origin + BASE_PATH);
      await server.close();
    },
    { scope: 'worker' },
  ],
  witness: [
    async ({ browserName: _ }, use) => {
      const witness = await startWitness();
      await use(witness);
      await witness.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(`${site}/`),
  play: async ({ page }, use) => use(new PlayPage(page)),
});

export { expect } from '@playwright/test';
