import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';

const run = promisify(execFile);

/** There is no browser and none can be had; the message says what to do. */
export class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError';
}

/** What the finder asks of the machine; apart from it so that the order can be tested. */
export interface Machine {
  /** `CHROME_PATH`, undefined when it is not set. */
  readonly chromePath: string | undefined;
  /** Paths at which a Chromium or Chrome of the system may be, the most wanted first. */
  readonly systemPaths: () => Promise<readonly string[]>;
  /** Where Playwright keeps its own browser, whether it is there or not. */
  readonly playwrightPath: () => string;
  /** Whether this path is a browser that starts. */
  readonly starts: (path: string) => Promise<boolean>;
  /** Downloads Playwright's own browser. */
  readonly installPlaywright: () => Promise<void>;
  /** Whether this is root on Debian or a system made from it. */
  readonly canUseApt: () => Promise<boolean>;
  /** Installs the distribution's Chromium. */
  readonly installByApt: () => Promise<void>;
  readonly say: (line: string) => void;
}

/**
 * The path of a Chromium to test with: `CHROME_PATH`, one of the system's, Playwright's own (downloaded
 * when it is not there), as root on Debian the distribution's (installed).
 * @throws NoBrowserError
 */
export async function findBrowser(machine: Machine = thisMachine): Promise<string> {
  const { chromePath, starts } = machine;
  if (chromePath !== undefined && chromePath !== '') {
    if (await starts(chromePath)) return chromePath;
    throw new NoBrowserError(
      `CHROME_PATH is set to ${chromePath}, and that is not a browser which starts. Correct it, or unset it.`,
    );
  }
  const system = await firstThatStarts(machine, await machine.systemPaths());
  if (system !== null) return system;

  const own = machine.playwrightPath();
  if (await starts(own)) return own;
  machine.say('No Chromium or Chrome was found: downloading the one that Playwright brings.');
  if ((await succeeds(machine, machine.installPlaywright)) && (await starts(own))) return own;

  if (await machine.canUseApt()) {
    machine.say('Playwright’s browser cannot be used here: installing the distribution’s.');
    if (await succeeds(machine, machine.installByApt)) {
      const installed = await firstThatStarts(machine, await machine.systemPaths());
      if (installed !== null) return installed;
    }
  }
  throw new NoBrowserError(
    'No browser was found and none could be installed: install Chromium or Chrome, ' +
      'or set CHROME_PATH to the path of one, and run the command again.',
  );
}

async function firstThatStarts({ starts }: Machine, paths: readonly string[]): Promise<string | null> {
  for (const path of paths) if (await starts(path)) return path;
  return null;
}

async function succeeds({ say }: Machine, install: () => Promise<void>): Promise<boolean> {
  try {
    await install();
    return true;
  } catch (error) {
    say(String(error instanceof Error ? error.message : error).trim());
    return false;
  }
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** A browser that does not say its version by then does not start. */
const STARTS_WITHIN_MS = 20_000;

const thisMachine: Machine = {
  chromePath: process.env.CHROME_PATH,
  systemPaths: async () => {
    const directories = (process.env.PATH ?? '').split(delimiter).filter((directory) => directory !== '');
    const onPath = NAMES.flatMap((name) => directories.map((directory) => join(directory, name)));
    return [...onPath, ...ELSEWHERE];
  },
  playwrightPath: () => chromium.executablePath(),
  starts: async (path) => {
    try {
      await access(path, constants.X_OK);
      // On Windows a browser that is asked for its version opens a window instead.
      if (process.platform !== 'win32') await run(path, ['--version'], { timeout: STARTS_WITHIN_MS });
      return true;
    } catch {
      return false;
    }
  },
  installPlaywright: async () => {
    await run(process.execPath, [
      join('node_modules', '@playwright', 'test', 'cli.js'),
      'install',
      'chromium',
    ]);
  },
  canUseApt: async () => process.getuid?.() === 0 && (await exists('/etc/debian_version')),
  installByApt: async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { env });
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  },
  say: (line) => console.error(line),
};

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * Flags for a browser that only tests: quiet, without services of its own in the background, and
 * fit for containers, where root has no sandbox and the shared memory is small.
 */
export const BROWSER_FLAGS: readonly string[] = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
