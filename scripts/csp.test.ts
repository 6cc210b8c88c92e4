import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PolicyError, pagesUnder, policyFor, policyOf, withPolicy, writePolicies } from './csp';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
const page = (head: string): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>text<script>later()</script></body></html>`;

function directive(policy: string, name: string): string[] | undefined {
  const found = policy.split('; ').find((part) => part.startsWith(`${name} `));
  return found?.split(' ').slice(1);
}

describe('policyFor', () => {
  it('starts workers from blob: addresses and from nowhere else', () => {
    expect(directive(policyFor([]), 'worker-src')).toEqual(['blob:']);
  });

  it('allows scripts of the site, WebAssembly and the given inline scripts, each once', () => {
    expect(directive(policyFor(['a()', 'b()', 'a()']), 'script-src')).toEqual([
      "'self'",
      "'wasm-unsafe-eval'",
      `'sha256-${sha256('a()')}'`,
      `'sha256-${sha256('b()')}'`,
    ]);
  });

  it('allows nothing that it does not name', () => {
    expect(directive(policyFor([]), 'default-src')).toEqual(["'none'"]);
    expect(directive(policyFor([]), 'connect-src')).toEqual(["'self'"]);
  });
});

describe('withPolicy', () => {
  it('stands first in the head', () => {
    expect(withPolicy(page('<meta charSet="utf-8"/>'))).toContain(
      '<head><meta http-equiv="Content-Security-Policy" content="',
    );
  });

  it('hashes inline scripts as they are written, attributes or not, and no script with an address', () => {
    const policy = policyOf(
      withPolicy(page('<script id="x">é(1 < 2)\n</script><script src="/a.js" async=""></script>')),
    );
    expect(directive(policy, 'script-src')?.slice(2)).toEqual([
      `'sha256-${sha256('é(1 < 2)\n')}'`,
      `'sha256-${sha256('later()')}'`,
    ]);
  });

  it('keeps dollar signs of a page as they are', () => {
    expect(withPolicy(page('<title>$& $1 $$</title>'))).toContain('<title>$& $1 $$</title>');
  });

  it('replaces the policy of an earlier build', () => {
    const once = withPolicy(page(''));
    expect(withPolicy(once)).toBe(once);
  });

  it('refuses a page without a head', () => {
    expect(() => withPolicy('<p>hello</p>')).toThrow(PolicyError);
  });
});

describe('policyOf', () => {
  it('refuses a page without a policy', () => {
    expect(() => policyOf(page(''))).toThrow('no policy');
  });

  it('refuses a policy behind something that it does not govern', () => {
    const late = withPolicy(page('')).replace('<head>', '<head><script src="/a.js"></script>');
    expect(() => policyOf(late)).toThrow('before the policy');
  });

  it('refuses a second policy', () => {
    const [meta = ''] = withPolicy(page('')).match(/<meta http-equiv[^>]*>/) ?? [];
    expect(() => policyOf(withPolicy(page('')).replace('</head>', `${meta}</head>`))).toThrow(
      'more than one',
    );
  });
});

describe('writePolicies', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'orm-pilot-csp-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('writes into every page, whatever folder it is in, and leaves other files alone', async () => {
    await mkdir(join(directory, 'play'));
    await writeFile(join(directory, 'index.html'), page(''));
    await writeFile(join(directory, 'play', 'index.html'), page(''));
    await writeFile(join(directory, 'play', 'index.txt'), '<head>');
    expect(await writePolicies(directory)).toBe(2);
    const pages = await pagesUnder(directory);
    expect(pages).toEqual(['index.html', join('play', 'index.html')]);
    for (const file of pages) {
      const policy = policyOf(await readFile(join(directory, file), 'utf8'));
      expect(directive(policy, 'worker-src')).toEqual(['blob:']);
    }
    expect(await readFile(join(directory, 'play', 'index.txt'), 'utf8')).toBe('<head>');
  });

  it('fails when there is no page', async () => {
    await expect(writePolicies(directory)).rejects.toThrow('There is no page');
  });

  it('names the page that cannot have one', async () => {
    await writeFile(join(directory, 'odd.html'), '<p>no head</p>');
    await expect(writePolicies(directory)).rejects.toThrow('odd.html: The page has no <head>');
  });
});
