import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A page cannot be given a policy, or has none. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
}

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;
const POLICY_META = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"\/>/g;
const HEAD = '<head>';

/**
 * The Content-Security-Policy of a page.
 *
 * - `worker-src blob:` and never `'self'`: an engine starts from a `blob:` address and so lives under this
 *   very policy; a worker from an ordinary address of the site would live under none.
 * - `'wasm-unsafe-eval'` lets WebAssembly be compiled, and nothing else.
 * - `'unsafe-inline'` for styles only: Monaco writes style elements and attributes.
 *
 * @param scripts the texts of the page's inline scripts, which are let through by their hashes
 * @see https://www.w3.org/TR/CSP3/
 */
export function policyFor(scripts: readonly string[]): string {
  const hashes = [...new Set(scripts.map(hashSource))];
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(' '),
    'worker-src blob:',
    "connect-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashSource(script: string): string {
  return `'sha256-${createHash('sha256').update(script, 'utf8').digest('base64')}'`;
}

/**
 * Puts the policy into a page as the first child of its head, so that it governs everything after it.
 * A policy that an earlier call put there is replaced.
 *
 * @param html an exported page
 * @throws PolicyError when the page has no plain `<head>` for it to stand in
 */
export function withPolicy(html: string): string {
  const bare = html.replaceAll(POLICY_META, '');
  if (!bare.includes(HEAD)) throw new PolicyError('The page has no <head> to put a policy into.');
  const scripts = [...bare.matchAll(INLINE_SCRIPT)].map(([, text = '']) => text);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor(scripts)}"/>`;
  return bare.replace(HEAD, () => `${HEAD}${meta}`);
}

/**
 * The policy of a built page.
 * @throws PolicyError when it is not the first thing in the head, or when there is more than one
 */
export function policyOf(html: string): string {
  const [found, ...more] = [...html.matchAll(POLICY_META)];
  if (found?.[1] === undefined) throw new PolicyError('The page has no policy.');
  if (more.length > 0) throw new PolicyError('The page has more than one policy.');
  if (found.index !== html.indexOf(HEAD) + HEAD.length)
    throw new PolicyError('Something stands before the policy, which it does not govern.');
  return found[1];
}

/** Relative paths of all pages under a directory of exported files, sorted. */
export async function pagesUnder(directory: string): Promise<string[]> {
  const files = await readdir(directory, { recursive: true });
  return files.filter((file) => file.endsWith('.html')).sort();
}

/**
 * Writes a policy into every page under a directory of exported files.
 * @returns the number of pages
 * @throws PolicyError naming the first page that cannot have one
 */
export async function writePolicies(directory: string): Promise<number> {
  const pages = await pagesUnder(directory);
  if (pages.length === 0) throw new PolicyError(`There is no page in ${directory}.`);
  for (const page of pages) {
    const file = join(directory, page);
    try {
      const html = withPolicy(await readFile(file, 'utf8'));
      policyOf(html);
      await writeFile(file, html);
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      throw new PolicyError(`${page}: ${error.message}`);
    }
  }
  return pages.length;
}
