import type { StoreApi } from 'zustand/vanilla';
import type { Orm } from '../../orm/orm';
import type { EngineState, Program, Runtime } from '../../runtime';

/** The engines of the page: one pair for all that runs on it, kept while a person goes from page to page. */
export interface EnginesState {
  /** Where each engine stands. `idle` until there is an intent to run something. */
  readonly states: Readonly<Record<Orm, EngineState>>;
  /**
   * Loads and starts both engines; to be called on the first sign of an intent (a focused editor, a pointer
   * on Run, an idle moment on Play). Called again it does nothing, after a failure it tries again.
   */
  readonly start: () => void;
  /** The engines themselves; loads their code when it is not there. @throws what the network throws */
  readonly runtime: () => Promise<Runtime>;
  /**
   * Runs a program of ours in idle time, once the engines are ready and once for a page: it compiles code
   * that all later runs share. Never throws: a page without it is only slower the first time.
   * @param program asked for when the engines are ready, so that making it does not delay them
   */
  readonly rehearse: (orm: Orm, program: () => Promise<Program>) => void;
}

export type EnginesStore = StoreApi<EnginesState>;
