import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffLine, diffHunks, diffLines } from './line-diff';

const SIGNS = { same: ' ', removed: '-', added: '+' } as const;
const shown = (lines: readonly (DiffLine | null)[]) =>
  lines.map((line) => (line === null ? '…' : `${SIGNS[line.kind]}${line.text}`)).join('|');

describe('the difference of two texts', () => {
  it('names the lines that were removed, then those that were added', () => {
    expect(shown(diffLines('a\nb\nc\n', 'a\nx\ny\nc\n'))).toBe(' a|-b|+x|+y| c');
    expect(shown(diffLines('', 'a\n'))).toBe('+a');
    expect(shown(diffLines('a\n', ''))).toBe('-a');
    expect(diffLines('a\nb\n', 'b\n').map(({ before, after }) => [before, after])).toEqual([
      [1, null],
      [2, 1],
    ]);
  });

  it('can be cut down to what differs, with some lines around', () => {
    const before = 'a\nb\nc\nd\ne\nf\ng\nh\n';
    expect(shown(diffHunks(diffLines(before, before.replace('d', 'D')), 1))).toBe('…| c|-d|+D| e|…');
    expect(diffHunks(diffLines(before, before), 1)).toEqual([null]);
  });

  it('stays quick where nothing is alike', () => {
    const many = (sign: string) => Array.from({ length: 4_000 }, (_, index) => `${sign}${index}`).join('\n');
    const start = performance.now();
    expect(diffLines(many('a'), many('b'))).toHaveLength(8_000);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }).map((lines) => lines.join('\n'));
  const only = (lines: readonly DiffLine[], left: DiffLine['kind']) =>
    lines
      .filter(({ kind }) => kind !== left)
      .map(({ text: line }) => line)
      .join('\n');

  it('holds both texts whole', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        expect(only(lines, 'added')).toBe(before);
        expect(only(lines, 'removed')).toBe(after);
      }),
    );
  });

  it('changes as few lines as can be', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [one, other] = [before, after].map((each) => (each === '' ? [] : each.split('\n')));
        const kept = diffLines(before, after).filter(({ kind }) => kind === 'same').length;
        expect(kept).toBe(commonLength(one ?? [], other ?? []));
      }),
    );
  });
});

/** Length of the longest common subsequence, the slow and plain way. */
function commonLength([first, ...one]: readonly string[], other: readonly string[]): number {
  if (first === undefined || other.length === 0) return 0;
  const found = other.indexOf(first);
  const without = commonLength(one, other);
  return found === -1 ? without : Math.max(without, 1 + commonLength(one, other.slice(found + 1)));
}
