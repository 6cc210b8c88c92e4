import { describe, expect, it } from 'vitest';
import { type Entry, findEntries } from './entries';

const entry = (group: Entry['group'], words: string, also = '', note = ''): Entry => ({
  id: words,
  group,
  words,
  note,
  also,
  keys: [],
  does: { kind: 'go', href: '/' },
});
const ENTRIES = [
  entry('Actions', 'Run both sides', 'execute start'),
  entry('Actions', 'Go to the next part of the page'),
  entry('Examples', 'Books and their authors', 'play', 'Reading a relation in a loop'),
  entry('Pages', 'Play', 'run code'),
];
const find = (query: string) => findEntries(query, ENTRIES).map(({ entry: { words } }) => words);

describe('the palette', () => {
  it('offers everything, in its order, until something is typed', () => {
    expect(find('')).toEqual(ENTRIES.map(({ words }) => words));
    expect(find('  ')).toHaveLength(ENTRIES.length);
  });

  it('finds by the beginnings of words, and by other words for the same', () => {
    expect(find('rb')).toEqual(['Run both sides']);
    expect(find('exec')).toEqual(['Run both sides']);
    expect(find('relation')).toEqual(['Books and their authors']);
    expect(find('run')).toEqual(['Run both sides', 'Play']);
  });

  it('does not take a letter here and there for a match', () => {
    expect(find('rea')).toEqual(['Books and their authors']);
    expect(find('zzz')).toEqual([]);
  });
});
