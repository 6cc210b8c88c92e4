import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';

/** Only run where code may be compiled from strings; they never reach a page. */
const NEVER_IN_A_PAGE = /\.test\.tsx?$|^runtime[\\/](build|node|worker)[\\/]|^util[\\/]zod\.ts$/;

describe('zod in a page', () => {
  it('never tries to compile code from a string', async () => {
    const compile = vi.fn();
    vi.stubGlobal('Function', compile);
    const z = await import('./zod');
    expect(z.object({ a: z.number() }).parse({ a: 1 })).toEqual({ a: 1 });
    expect(compile).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });

  it('is only taken from here, as a whole: what is not used is left out of the page', () => {
    const lib = fileURLToPath(new URL('..', import.meta.url));
    const files = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !NEVER_IN_A_PAGE.test(file),
    );
    const others = files.filter((file) => {
      const text = readFileSync(join(lib, file), 'utf8');
      return /from 'zod'/.test(text) || /import (type )?\{[^}]*\} from '[./]*util\/zod'/.test(text);
    });
    expect(files.length).toBeGreaterThan(50);
    expect(others).toEqual([]);
  });
});
