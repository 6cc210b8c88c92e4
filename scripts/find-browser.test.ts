import { describe, expect, it } from 'vitest';
import { findBrowser, type Machine, NoBrowserError } from './find-browser';

const SYSTEM = '/usr/bin/chromium';
const OWN = '/home/one/.cache/ms-playwright/chromium/chrome';

/** A machine on which these paths start, and what was done on it, in order. */
function machine(
  starting: string[],
  changes: Partial<Machine> = {},
): { asked: string[]; found: Promise<string> } {
  const asked: string[] = [];
  const found = findBrowser({
    chromePath: undefined,
    systemPaths: async () => [SYSTEM],
    playwrightPath: () => OWN,
    starts: async (path) => {
      asked.push(path);
      return starting.includes(path);
    },
    installPlaywright: async () => {
      asked.push('download');
      starting.push(OWN);
    },
    canUseApt: async () => true,
    installByApt: async () => {
      asked.push('apt');
      starting.push(SYSTEM);
    },
    say: () => undefined,
    ...changes,
  });
  return { asked, found };
}

describe('findBrowser', () => {
  it('takes CHROME_PATH before all others', async () => {
    const { asked, found } = machine([SYSTEM, OWN, '/my/chrome'], { chromePath: '/my/chrome' });
    expect(await found).toBe('/my/chrome');
    expect(asked).toEqual(['/my/chrome']);
  });

  it('does not silently take another browser when CHROME_PATH is wrong', async () => {
    const { found } = machine([SYSTEM], { chromePath: '/my/chrome' });
    await expect(found).rejects.toThrow('CHROME_PATH is set to /my/chrome');
  });

  it('takes an empty CHROME_PATH as none', async () => {
    expect(await machine([SYSTEM], { chromePath: '' }).found).toBe(SYSTEM);
  });

  it('takes the system’s browser before Playwright’s', async () => {
    const { asked, found } = machine([SYSTEM, OWN]);
    expect(await found).toBe(SYSTEM);
    expect(asked).toEqual([SYSTEM]);
  });

  it('passes over one of the system’s that does not start', async () => {
    const systemPaths = async () => ['/snap/stub', SYSTEM];
    expect(await machine([SYSTEM], { systemPaths }).found).toBe(SYSTEM);
  });

  it('takes Playwright’s own without a download when it is there', async () => {
    const { asked, found } = machine([OWN]);
    expect(await found).toBe(OWN);
    expect(asked).toEqual([SYSTEM, OWN]);
  });

  it('downloads Playwright’s own when there is none', async () => {
    const { asked, found } = machine([]);
    expect(await found).toBe(OWN);
    expect(asked).toEqual([SYSTEM, OWN, 'download', OWN]);
  });

  it('installs the distribution’s when the download fails', async () => {
    const installPlaywright = async () => {
      throw new Error('no network');
    };
    expect(await machine([], { installPlaywright }).found).toBe(SYSTEM);
  });

  it('installs the distribution’s when the downloaded one does not start', async () => {
    const { asked, found } = machine([], { installPlaywright: async () => undefined });
    expect(await found).toBe(SYSTEM);
    expect(asked.at(-2)).toBe('apt');
  });

  it('leaves apt alone where it is not root on Debian', async () => {
    const { asked, found } = machine([], {
      installPlaywright: async () => undefined,
      canUseApt: async () => false,
    });
    await expect(found).rejects.toThrow(NoBrowserError);
    expect(asked).not.toContain('apt');
  });

  it('says in one sentence what to do when there is none to be had', async () => {
    const { found } = machine([], {
      installPlaywright: async () => undefined,
      installByApt: async () => {
        throw new Error('no such package');
      },
    });
    await expect(found).rejects.toThrow(/^No browser was found[^.]*CHROME_PATH[^.]*\.$/);
  });
});
