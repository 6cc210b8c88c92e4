import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textChange } from './text-change';

const texts = fc
  .array(fc.constantFrom('a', 'b', '\n', '📚', '📖', 'é'), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('the change between two texts', () => {
  it('makes the one of the other', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const change = textChange(before, after);
        if (change === null) expect(before).toBe(after);
        else expect(before.slice(0, change.start) + change.text + before.slice(change.end)).toBe(after);
      }),
    );
  });

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const change = textChange(before, after);
        if (change === null) return;
        for (const part of [change.text, before.slice(0, change.start), before.slice(change.end)]) {
          expect(part).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });

  it('touches only what differs', () => {
    expect(textChange('for book in books:', 'for book in shelf:')).toEqual({
      start: 12,
      end: 17,
      text: 'shelf',
    });
    expect(textChange('ab', 'aab')).toEqual({ start: 1, end: 1, text: 'a' });
    expect(textChange('same', 'same')).toBeNull();
  });
});
