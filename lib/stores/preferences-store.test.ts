import { describe, expect, it } from 'vitest';
import { createPreferencesStore } from './preferences-store';

const KEY = 'orm-pilot-preferences';

function storage(kept: string | null = null) {
  const items = new Map(kept === null ? [] : [[KEY, kept]]);
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  } as unknown as Storage;
}

/** The preferences of a page that has come up in a browser which keeps this. */
async function read(kept: string | null) {
  const store = createPreferencesStore(() => storage(kept));
  await store.persist.rehydrate();
  const { set: _, ...preferences } = store.getState();
  return preferences;
}

const DEFAULTS = { params: 'inline', focus: 'both', manner: 'usual', live: false };

describe('preferences', () => {
  it('are kept over visits', async () => {
    const kept = storage();
    createPreferencesStore(() => kept)
      .getState()
      .set({ focus: 'django', live: true });
    expect(await read(kept.getItem(KEY))).toEqual({ ...DEFAULTS, focus: 'django', live: true });
  });

  it('are the defaults until what is kept was read', () => {
    const kept = JSON.stringify({ state: { params: 'apart', focus: 'both' }, version: 1 });
    expect(createPreferencesStore(() => storage(kept)).getState()).toMatchObject(DEFAULTS);
  });

  it.each([
    ['nothing', null, DEFAULTS],
    ['no JSON', '{', DEFAULTS],
    ['another shape', '{"state":7,"version":1}', DEFAULTS],
    [
      'a value that is not known',
      '{"state":{"params":"sideways","focus":"django"},"version":1}',
      { ...DEFAULTS, focus: 'django' },
    ],
    [
      'another version',
      '{"state":{"params":"apart","extra":1},"version":9}',
      { ...DEFAULTS, params: 'apart' },
    ],
  ])('survive %s in the storage', async (_what, kept, expected) => {
    expect(await read(kept)).toEqual(expected);
  });

  it('hold until the page is left where nothing can be kept', async () => {
    const store = createPreferencesStore(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    await store.persist.rehydrate();
    store.getState().set({ params: 'apart' });
    expect(store.getState().params).toBe('apart');
  });
});
