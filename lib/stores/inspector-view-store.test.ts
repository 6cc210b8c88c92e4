import { describe, expect, it } from 'vitest';
import { createInspectorViewStore } from './inspector-view-store';

const KEY = 'orm-pilot-inspector';

/** A browser's storage that holds one text. */
function storageWith(kept: string | null): Storage {
  const items = new Map(kept === null ? [] : [[KEY, kept]]);
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
    clear: () => items.clear(),
    key: () => null,
    length: items.size,
  };
}

async function opened(storage: Storage) {
  const store = createInspectorViewStore(() => storage);
  await store.persist.rehydrate();
  return store;
}

describe('the inspector’s place', () => {
  it('remembers tab, side, height and what was run, but not that it was open', async () => {
    const storage = storageWith(null);
    const before = await opened(storage);
    before.getState().open({ tab: 'plan', statement: 'SELECT 1' });
    before.getState().set({ heightPercent: 60, source: 'django' });
    before.getState().remember('SELECT 2');
    expect((await opened(storage)).getState()).toMatchObject({
      isOpen: false,
      tab: 'plan',
      statement: '',
      heightPercent: 60,
      source: 'django',
      history: ['SELECT 2'],
    });
  });

  it('takes what is asked and leaves the rest as it was', async () => {
    const { getState } = await opened(storageWith(null));
    getState().set({ tab: 'query', source: 'start' });
    getState().open();
    expect(getState()).toMatchObject({ isOpen: true, tab: 'query', source: 'start' });
    getState().open({ tab: 'tables' });
    expect(getState()).toMatchObject({ tab: 'tables', source: 'start' });
  });

  it('keeps the height within the window', async () => {
    const { getState } = await opened(storageWith(null));
    for (const [asked, height] of [
      [150, 90],
      [-3, 20],
      [55, 55],
    ] as const) {
      getState().set({ heightPercent: asked });
      expect(getState().heightPercent).toBe(height);
    }
  });

  it('remembers a statement once, the newest first, and neither blanks nor very long ones', async () => {
    const { getState } = await opened(storageWith(null));
    for (const sql of ['SELECT 1', 'SELECT 2', ' SELECT 1 ', '  ', 'x'.repeat(100_000)])
      getState().remember(sql);
    expect(getState().history).toEqual(['SELECT 1', 'SELECT 2']);
    for (let at = 0; at < 100; at += 1) getState().remember(`SELECT ${at}`);
    expect(getState().history.length).toBeLessThan(50);
    expect(getState().history[0]).toBe('SELECT 99');
  });

  it.each([
    '{"state":{"tab":"gone","heightPercent":900,"history":[1],"source":"both"},"version":1}',
    '{"state":null,"version":1}',
    '{"state":{"tab":4},"version":0}',
    'not JSON',
  ])('begins anew where %s was kept', async (kept) => {
    const { getState } = await opened(storageWith(kept));
    expect(getState()).toMatchObject({ tab: 'changes', source: 'both', heightPercent: 40, history: [] });
  });
});
