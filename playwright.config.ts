import { defineConfig, devices } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from './scripts/find-browser';

// Found once: Playwright reads this file again in each of its workers, which inherit the variable.
process.env.CHROME_PATH = await findBrowser();

/** An engine's first boot on a busy machine, with room to spare. */
const TEST_MS = 90_000;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: TEST_MS,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: process.env.CHROME_PATH, args: [...BROWSER_FLAGS] },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
