import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from './apply-edits';
import { textLines } from './text-lines';

const TEXT = fc.array(fc.constantFrom('a', 'é', '😀', '\n', ' ')).map((parts) => parts.join(''));

describe('places of a text', () => {
  it('and offsets are the same thing', () => {
    fc.assert(
      fc.property(TEXT, fc.nat(30), (text, at) => {
        const offset = Math.min(at, text.length);
        const { offsetOf, placeOf } = textLines(text);
        expect(offsetOf(placeOf(offset))).toBe(offset);
        expect(placeOf(offset).line).toBe(text.slice(0, offset).split('\n').length);
      }),
    );
  });

  it('that are not there are the nearest ones that are', () => {
    const { offsetOf } = textLines('ab\ncd');
    expect(offsetOf({ line: 1, column: 9 })).toBe(2);
    expect(offsetOf({ line: 9, column: 0 })).toBe(5);
    expect(offsetOf({ line: 0, column: 0 })).toBe(0);
  });
});

describe('changes to a text', () => {
  it('are made at their places, in any order', () => {
    const edit = (line: number, from: number, to: number, text: string) => ({
      startLine: line,
      startColumn: from,
      endLine: line,
      endColumn: to,
      text,
    });
    expect(applyEdits('title\nbook.title', [edit(1, 0, 5, 'heading'), edit(2, 5, 10, 'heading')])).toBe(
      'heading\nbook.heading',
    );
  });
});
