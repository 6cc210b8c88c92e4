import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzyMatch } from './fuzzy-match';

const rank = (query: string, ...texts: string[]) =>
  texts
    .flatMap((text) => {
      const match = fuzzyMatch(query, text);
      return match === null ? [] : [{ text, score: match.score }];
    })
    .sort((one, other) => other.score - one.score)
    .map(({ text }) => text);

describe('a fuzzy match', () => {
  it('prefers starts of words, then what stands together', () => {
    expect(rank('rd', 'Records', 'Run Django ORM only', 'Undo all edits')).toEqual([
      'Run Django ORM only',
      'Records',
    ]);
    expect(rank('stop', 'Show the top', 'Stop what runs')).toEqual(['Stop what runs', 'Show the top']);
    expect(rank('theme', 'The map of keys, more', 'Use the dark theme')[0]).toBe('Use the dark theme');
  });

  it('tells where the characters stand', () => {
    expect(fuzzyMatch('run d', 'Run Django')?.at).toEqual([0, 1, 2, 4]);
    expect(fuzzyMatch('', 'anything')).toEqual({ score: 0, at: [] });
    expect(fuzzyMatch('x', 'anything')).toBeNull();
    expect(fuzzyMatch('aa', 'a')).toBeNull();
  });

  const ascii = fc.string({ unit: fc.constantFrom(...'aAbBcC xyz-'), maxLength: 30 });

  it('finds exactly the texts that have the characters in their order', () => {
    fc.assert(
      fc.property(ascii, ascii, (query, text) => {
        const wanted = query.toLowerCase().replaceAll(' ', '');
        let found = 0;
        for (const char of text.toLowerCase()) if (char === wanted[found]) found += 1;
        expect(fuzzyMatch(query, text) !== null).toBe(found === wanted.length);
      }),
    );
  });

  it('spells the query at rising places', () => {
    fc.assert(
      fc.property(ascii, ascii, (query, text) => {
        const match = fuzzyMatch(query, text);
        fc.pre(match !== null);
        const at = match?.at ?? [];
        expect(at.map((place) => text[place]?.toLowerCase()).join('')).toBe(
          query.toLowerCase().replaceAll(' ', ''),
        );
        expect(at.every((place, index) => index === 0 || place > (at[index - 1] ?? -1))).toBe(true);
      }),
    );
  });
});
