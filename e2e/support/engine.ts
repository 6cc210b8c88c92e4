import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '../../lib/runtime/build/paths';
import { openPageWith } from './page-script';

const ESCAPES = join(ROOT, 'e2e', 'escapes');

/** A Python program that tries to get out of its sandbox; it prints `GOT` where it believes it did. */
export interface Escape {
  readonly name: string;
  /** What it tries: the first line of its docstring. */
  readonly title: string;
  readonly script: string;
}

/** All escape attempts, by name. */
export async function escapes(): Promise<Escape[]> {
  const files = (await readdir(ESCAPES)).filter((file) => file.endsWith('.py')).sort();
  return Promise.all(
    files.map(async (file) => {
      const script = await readFile(join(ESCAPES, file), 'utf8');
      return { name: file.slice(0, -3), title: /^"""(.*?)\.?(?:"""|$)/mu.exec(script)?.[1] ?? file, script };
    }),
  );
}

/** Opens a page of the site with the tests' own script for engines; see `openPageWith`. */
export function openEnginePage(page: Page, site: string): Promise<void> {
  return openPageWith(page, site, 'engine-page.ts', 'engineTools');
}
