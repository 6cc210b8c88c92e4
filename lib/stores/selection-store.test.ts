import { describe, expect, it, vi } from 'vitest';
import type { Target } from './selection';
import { createSelectionStore } from './selection-store';

const CALL: Target = { orm: 'django', cell: 0, call: 1, statement: null };

describe('what is looked at', () => {
  it('tells nobody when the pointer moves within one call', () => {
    const store = createSelectionStore();
    const told = vi.fn();
    store.subscribe(told);
    store.getState().hover(CALL);
    store.getState().hover({ ...CALL });
    expect(told).toHaveBeenCalledTimes(1);
    store.getState().hover(null);
    expect(store.getState().hovered).toBeNull();
  });

  it('pins, moves the pin, and lets go of what is pinned already', () => {
    const { getState } = createSelectionStore();
    getState().pin(CALL);
    expect(getState().pinned).toEqual(CALL);
    getState().pin({ ...CALL, statement: 3 });
    expect(getState().pinned?.statement).toBe(3);
    getState().pin({ ...CALL, statement: 3 });
    expect(getState().pinned).toBeNull();
  });

  it('tells the same call of the two sides apart', () => {
    const { getState } = createSelectionStore();
    getState().pin(CALL);
    getState().pin({ ...CALL, orm: 'sqlalchemy' });
    expect(getState().pinned?.orm).toBe('sqlalchemy');
  });

  it('forgets all', () => {
    const { getState } = createSelectionStore();
    getState().pin(CALL);
    getState().hover(CALL);
    getState().clear();
    expect(getState()).toMatchObject({ pinned: null, hovered: null });
  });
});
