import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrast, distance, type Vision } from './colour';

const CSS = readFileSync(join(process.cwd(), 'app', 'styles', 'tokens.css'), 'utf8');
const [LIGHT = '', DARK = ''] = CSS.slice(CSS.indexOf(':root')).split('@variant dark');
const VISIONS: readonly Vision[] = ['normal', 'protan', 'deutan', 'tritan'];

const PAGE = ['bg', 'surface', 'sunken'];
const VERBS = ['insert', 'update', 'delete', 'ddl'];
const THREADS = ['thread-1', 'thread-2', 'thread-3', 'thread-4'];
const TINTS = [...THREADS.map((name) => `${name}-tint`), 'django-tint', 'sqla-tint', 'error-tint'];
const EVIDENCE = ['holds', 'limit', 'wrong', 'untestable'];
/** Written in its own colour on the page. */
const TEXT = ['ink', 'ink-2', 'ink-3', 'django', 'sqla', 'error', ...VERBS, ...EVIDENCE];

function read(block: string): ReadonlyMap<string, string> {
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

describe.each([
  ['light', read(LIGHT), 5.1],
  ['dark', read(DARK), 6.4],
] as const)('the %s colours', (_theme, tokens, least) => {
  const colour = (name: string): string => {
    const found = tokens.get(name);
    if (found === undefined) throw new Error(`There is no colour --${name}.`);
    return found;
  };
  /** The pairs whose contrast is below what it must be, to be empty. */
  const below = (minimum: number, fronts: readonly string[], backs: readonly string[]): string[] =>
    fronts.flatMap((front) =>
      backs
        .filter((back) => contrast(colour(front), colour(back)) < minimum)
        .map((back) => `${front} on ${back}: ${contrast(colour(front), colour(back)).toFixed(2)}`),
    );

  it('are the same names in both themes', () => {
    expect([...read(DARK).keys()].sort()).toEqual([...read(LIGHT).keys()].sort());
  });

  it('let all text be read on every surface of the page', () => {
    expect(below(least, TEXT, PAGE)).toEqual([]);
  });

  it('let text be read on tints, tags and marks', () => {
    expect(below(5.7, ['ink', 'ink-2'], TINTS)).toEqual([]);
    expect(below(5, ['django'], ['django-tint'])).toEqual([]);
    expect(below(5, ['sqla'], ['sqla-tint'])).toEqual([]);
    expect(below(5, ['error'], ['error-tint'])).toEqual([]);
    expect(below(4.5, ['bg'], VERBS)).toEqual([]);
    expect(below(12, ['mark-ink'], ['mark'])).toEqual([]);
  });

  it('let the number of a pinned call be read on its solid colour', () => {
    const solids = THREADS.map((name) => `${name}-solid`);
    expect(below(4.5, ['bg', 'surface'], solids)).toEqual([]);
  });

  it('let borders of controls, threads and the focus be seen', () => {
    expect(below(3.1, ['line-strong', 'focus', ...THREADS], PAGE)).toEqual([]);
  });

  it.each(VISIONS)('keep the two ORMs apart with %s vision', (vision) => {
    expect(distance(colour('django'), colour('sqla'), vision)).toBeGreaterThan(19.5);
  });

  it.each(VISIONS)('keep the four threads apart with %s vision', (vision) => {
    const lines = THREADS.map(colour);
    const apart = lines.flatMap((one, index) =>
      lines.slice(index + 1).map((other) => distance(one, other, vision)),
    );
    expect(apart).toHaveLength(6);
    expect(Math.min(...apart)).toBeGreaterThan(10.9);
  });
});
