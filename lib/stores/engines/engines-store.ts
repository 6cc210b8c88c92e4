import { createStore } from 'zustand/vanilla';
import { ORMS } from '../../orm/orm';
import type { EngineState, Runtime } from '../../runtime';
import type { EnginesState, EnginesStore } from './engines';
import { EnginesUnreachableError } from './engines-unreachable-error';

const IDLE: EngineState = { kind: 'idle' };

/**
 * Makes the page's engines; nothing is loaded until they are wanted.
 * @param load brings their code; asked again when it failed
 */
export function createEnginesStore(load: () => Promise<Runtime>): EnginesStore {
  let loading: Promise<Runtime> | null = null;
  let rehearsed = false;

  const arrived = (runtime: Runtime): Runtime => {
    for (const orm of ORMS) {
      const show = (state: EngineState): void =>
        store.setState(({ states }) => ({ states: { ...states, [orm]: state } }));
      show(runtime[orm].getState());
      runtime[orm].subscribe(show);
    }
    return runtime;
  };
  const runtime = async (): Promise<Runtime> => {
    loading ??= load().then(arrived);
    try {
      return await loading;
    } catch (cause) {
      loading = null;
      const error = new EnginesUnreachableError(cause);
      const failed: EngineState = { kind: 'failed', error };
      store.setState({ states: { django: failed, sqlalchemy: failed } });
      throw error;
    }
  };
  const ready = (): Promise<boolean> =>
    new Promise((resolve) => {
      const look = ({ states }: EnginesState): void => {
        const kinds = ORMS.map((orm) => states[orm].kind);
        const isReady = kinds.every((kind) => kind === 'ready');
        // Who runs something already needs no rehearsal.
        if (!isReady && !kinds.includes('running')) return;
        leave();
        resolve(isReady);
      };
      const leave = store.subscribe(look);
      look(store.getState());
    });

  const store = createStore<EnginesState>()(() => ({
    states: { django: IDLE, sqlalchemy: IDLE },
    runtime,
    start: () => {
      runtime().then(
        (engines) => {
          for (const orm of ORMS) engines[orm].start();
        },
        // The states say it.
        () => {},
      );
    },
    rehearse: (orm, program) => {
      if (rehearsed) return;
      rehearsed = true;
      const rehearse = async (): Promise<void> => {
        if (await ready()) await (await runtime())[orm].rehearse(await program());
      };
      // Whatever goes wrong will go wrong again in a run that somebody waits for, and be said there.
      rehearse().catch(() => {});
    },
  }));
  return store;
}
