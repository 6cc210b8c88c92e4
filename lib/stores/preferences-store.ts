import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore, type Mutate, type StoreApi } from 'zustand/vanilla';
import { lenient } from './lenient-storage';
import { type Preferences, PreferencesSchema, type PreferencesState } from './preferences';

const KEY = 'orm-pilot-preferences';
const VERSION = 1;
const DEFAULTS: Preferences = { params: 'inline', focus: 'both', manner: 'usual', live: false };

/** What is kept may be of another version of the site: each preference that is not understood is the default. */
const KeptSchema = PreferencesSchema.extend({
  params: PreferencesSchema.shape.params.catch(DEFAULTS.params),
  focus: PreferencesSchema.shape.focus.catch(DEFAULTS.focus),
  manner: PreferencesSchema.shape.manner.catch(DEFAULTS.manner),
  live: PreferencesSchema.shape.live.catch(DEFAULTS.live),
}).catch(DEFAULTS);

type Kept = Mutate<StoreApi<PreferencesState>, [['zustand/persist', unknown]]>;

/**
 * Makes the preferences, with their defaults: what is kept is only read by `persist.rehydrate()`, as the
 * HTML from the build cannot know it.
 * @param storage gives the browser's storage; may throw where the browser denies it
 */
export function createPreferencesStore(storage: () => Storage): Kept {
  return createStore<PreferencesState>()(
    persist((set) => ({ ...DEFAULTS, set: (changes) => set(changes) }), {
      name: KEY,
      version: VERSION,
      storage: createJSONStorage(() => lenient(storage)),
      partialize: ({ params, focus, manner, live }): Preferences => ({ params, focus, manner, live }),
      migrate: (kept) => KeptSchema.parse(kept),
      merge: (kept, state) => ({ ...state, ...KeptSchema.parse(kept) }),
      skipHydration: true,
    }),
  );
}
