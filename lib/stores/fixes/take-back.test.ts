import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../runtime';
import { takeBack } from './take-back';

/** Text without line ends has its columns for offsets. */
function edit(start: number, before: string, after: string): Edit {
  const span = {
    file: 'script.py',
    startLine: 1,
    startColumn: start,
    endLine: 1,
    endColumn: start + before.length,
  };
  return { span, before, after };
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', '.', ' '), maxLength: 6 });

describe('taking edits back', () => {
  it('gives the text as it was, exactly', () => {
    fc.assert(
      fc.property(word, word, word, word, word, word, (a, old, b, other, c, put) => {
        const before = a + old + b + other + c;
        const edits = [edit(a.length, old, put), edit(a.length + old.length + b.length, other, put + put)];
        expect(takeBack(before, a + put + b + put + put + c, a + put + b + put + put + c, edits)).toBe(
          before,
        );
      }),
    );
  });

  it('keeps later edits before, between or behind them', () => {
    fc.assert(
      fc.property(word, word, word, word, fc.constantFrom(0, 1, 2), (a, old, put, typed, place) => {
        const gap = (at: number): string => (at === place ? `<${typed}>` : '<>');
        const made = edit(a.length + 2, old, `[${put}]`);
        const other = edit(a.length + 2 + old.length + 2, 'x', '[y]');
        const text = (first: string, second: string, gaps: readonly string[]): string =>
          a + gaps[0] + first + gaps[1] + second + gaps[2];
        const plain = ['<>', '<>', '<>'];
        const gaps = [0, 1, 2].map(gap);
        const before = text(old, 'x', plain);
        const after = text(`[${put}]`, '[y]', plain);
        const now = text(`[${put}]`, '[y]', gaps);
        expect(takeBack(before, after, now, [made, other])).toBe(text(old, 'x', gaps));
      }),
    );
  });

  it('is not done where a later edit touches them, or lies on both sides of one', () => {
    const before = 'one two three';
    const after = 'one 2 three';
    const edits = [edit(4, 'two', '2')];
    expect(takeBack(before, after, 'one 22 three', edits)).toBe('one two2 three');
    expect(takeBack(before, after, 'one 3 three', edits)).toBeNull();
    expect(takeBack(before, after, '1 2 3', edits)).toBeNull();
    expect(takeBack(before, after, '', edits)).toBeNull();
  });
});
