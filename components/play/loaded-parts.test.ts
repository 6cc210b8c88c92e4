import { describe, expect, it } from 'vitest';
import { loadedParts } from './loaded-parts';

const file = (role: Parameters<typeof loadedParts>[0][number]['role'], bytes: number, wasKept = false) => ({
  role,
  storedBytes: bytes,
  rawBytes: 2 * bytes,
  wasKept,
});

describe('what a page has loaded', () => {
  it('is summed up by what it is for', () => {
    const parts = loadedParts([file('core', 3), file('inspector', 1, true), file('snapshot', 10, true)]);
    expect(parts).toEqual([
      { name: 'Engines', storedBytes: 13, rawBytes: 26, kept: 'some' },
      { name: 'SQLite of the page', storedBytes: 1, rawBytes: 2, kept: 'all' },
    ]);
    expect(loadedParts([file('packages', 4)])).toMatchObject([
      { name: 'Engines, without the snapshot', kept: 'none' },
    ]);
    expect(loadedParts([])).toEqual([]);
  });
});
