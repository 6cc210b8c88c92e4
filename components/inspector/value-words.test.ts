import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOf, sortOf, startOf, textOf } from './value-words';

describe('a stored value', () => {
  it.each([
    ['null', 'NULL', 'no value', null],
    ['text', '', 'text, 0 characters', ''],
    ['text', 'NULL', 'text, 4 characters', 'NULL'],
    ['integer', '7', 'integer', 7n],
    ['integer', '9007199254740993', 'integer', 9007199254740993n],
    ['real', '7.0', 'real', 7],
    ['real', '1e+300', 'real', 1e300],
    ['real', '-Infinity', 'real', Number.NEGATIVE_INFINITY],
    ['blob', "x'00ff'", 'blob, 2 bytes', new Uint8Array([0, 255])],
    ['text', 'ab', 'text, 1,500 characters, of which the first 2 are shown', { start: 'ab', length: 1_500 }],
  ] as const)('that is %s is written %s and said to be: %s', (kind, text, sort, value) => {
    expect([kindOf(value), textOf(value), sortOf(value)]).toEqual([kind, text, sort]);
  });

  it('begins in one line, never cut within a character', () => {
    expect(startOf('a\n\n b', 9)).toEqual({ text: 'a ↵ b', isWhole: true });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (value, most) => {
        const { text, isWhole } = startOf(value, most);
        expect(text.length).toBeLessThanOrEqual(most);
        expect(text).not.toMatch(/\p{Cs}/u);
        if (!isWhole) expect(value.length).toBeGreaterThan(0);
      }),
    );
  });
});
