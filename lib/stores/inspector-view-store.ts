import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore, type Mutate, type StoreApi } from 'zustand/vanilla';
import {
  type InspectorView,
  type KeptInspector,
  KeptInspectorSchema,
  MAX_HEIGHT_PERCENT,
  MIN_HEIGHT_PERCENT,
  USUAL_HEIGHT_PERCENT,
} from './inspector-view';
import { lenient } from './lenient-storage';

const KEY = 'orm-pilot-inspector';
const VERSION = 1;
const MOST_REMEMBERED = 30;
/** A longer text is not worth its place in the browser's storage. */
const LONGEST_REMEMBERED = 4_000;

const DEFAULTS: KeptInspector = {
  tab: 'changes',
  source: 'both',
  heightPercent: USUAL_HEIGHT_PERCENT,
  history: [],
};

/** What is kept may be of another version of the site. */
const KeptSchema = KeptInspectorSchema.extend({
  tab: KeptInspectorSchema.shape.tab.catch(DEFAULTS.tab),
  source: KeptInspectorSchema.shape.source.catch(DEFAULTS.source),
  heightPercent: KeptInspectorSchema.shape.heightPercent.catch(DEFAULTS.heightPercent),
  history: KeptInspectorSchema.shape.history.catch([]),
}).catch({ ...DEFAULTS, history: [] });

type Kept = Mutate<StoreApi<InspectorView>, [['zustand/persist', unknown]]>;

/**
 * Makes the inspector's place, closed. What is kept is only read by `persist.rehydrate()`.
 * @param storage gives the browser's storage; may throw where the browser denies it
 */
export function createInspectorViewStore(storage: () => Storage): Kept {
  return createStore<InspectorView>()(
    persist(
      (set, get) => ({
        ...DEFAULTS,
        isOpen: false,
        asks: 0,
        statement: '',
        index: '',
        query: '',
        table: null,
        open: (asked = {}) => set(({ asks }) => ({ ...asked, isOpen: true, asks: asks + 1 })),
        close: () => set({ isOpen: false }),
        set: ({ heightPercent = get().heightPercent, ...changes }) =>
          set({
            ...changes,
            heightPercent: Math.min(MAX_HEIGHT_PERCENT, Math.max(MIN_HEIGHT_PERCENT, heightPercent)),
          }),
        remember: (sql) => {
          const text = sql.trim();
          if (text === '' || text.length > LONGEST_REMEMBERED) return;
          const others = get().history.filter((each) => each !== text);
          set({ history: [text, ...others].slice(0, MOST_REMEMBERED) });
        },
      }),
      {
        name: KEY,
        version: VERSION,
        storage: createJSONStorage(() => lenient(storage)),
        partialize: ({ tab, source, heightPercent, history }): KeptInspector => ({
          tab,
          source,
          heightPercent,
          history,
        }),
        migrate: (kept) => KeptSchema.parse(kept),
        merge: (kept, state) => ({ ...state, ...KeptSchema.parse(kept) }),
        skipHydration: true,
      },
    ),
  );
}
