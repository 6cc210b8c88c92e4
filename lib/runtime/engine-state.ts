import type { Versions } from '../trace/schema';
import type { AssetProgress } from './assets/progress';

/** Where an engine stands. Each state has only the data that is true in it. */
export type EngineState =
  /** Nothing was loaded yet. */
  | { readonly kind: 'idle' }
  /** `download`: `progress` counts bytes. `start`: an interpreter comes up; how far it is cannot be known. */
  | { readonly kind: 'booting'; readonly step: 'download'; readonly progress: AssetProgress }
  | { readonly kind: 'booting'; readonly step: 'start' }
  | { readonly kind: 'ready'; readonly versions: Versions; readonly boot: Boot }
  /** `run` is greater with each run of this engine. */
  | { readonly kind: 'running'; readonly run: number; readonly versions: Versions; readonly boot: Boot }
  /** The message is a sentence that says what is wrong and what to do; `start` tries again. */
  | { readonly kind: 'failed'; readonly error: Error };

/** How interpreters start, and if not from the snapshot, why. */
export type Boot = { readonly how: 'snapshot' } | { readonly how: 'plain'; readonly why: string };
