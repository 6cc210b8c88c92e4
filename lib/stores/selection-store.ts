import { createStore } from 'zustand/vanilla';
import type { SelectionState, SelectionStore, Target } from './selection';

/** Makes a selection of nothing. */
export function createSelectionStore(): SelectionStore {
  return createStore<SelectionState>()((set) => ({
    hovered: null,
    pinned: null,
    hover: (target) =>
      set((state) => (isSameTarget(state.hovered, target) ? state : { ...state, hovered: target })),
    pin: (target) => set(({ pinned }) => ({ pinned: isSameTarget(pinned, target) ? null : target })),
    unpin: () => set({ pinned: null }),
    clear: () => set({ hovered: null, pinned: null }),
  }));
}

/** Whether two targets are the same; the pointer tells of one with every move. */
function isSameTarget(one: Target | null, other: Target | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.orm === other.orm &&
    one.cell === other.cell &&
    one.call === other.call &&
    one.statement === other.statement
  );
}
