import { createStore } from 'zustand/vanilla';
import { ORMS, type Orm } from '../../orm/orm';
import type { EngineState, RunResult, Runtime } from '../../runtime';
import type { EnginesStore } from '../engines/engines';
import type { Workspace, WorkspaceStore } from '../workspace/workspace';
import { contentOf, isSameWork } from '../workspace/workspace-store';
import { createFrameThrottle, type Frames } from './frame-throttle';
import type { FinishedRun, LiveRun, RunsState, RunsStore } from './run';
import type { ImageOf } from './starting-image';
import { withPress, withRun } from './timeline';

/** What runs rest on. */
export interface RunsParts {
  readonly engines: EnginesStore;
  readonly workspace: WorkspaceStore;
  readonly imageOf: ImageOf;
  readonly frames: Frames;
  /** Ms since 1970. */
  readonly clock: () => number;
}

const NONE = { django: null, sqlalchemy: null } as const;

/** Whether the code, or what it starts from, was changed since a run. */
export function isEditedSince({ ran, orm }: Pick<FinishedRun, 'ran' | 'orm'>, now: Workspace): boolean {
  const other = orm === 'django' ? 'sqlalchemy' : 'django';
  const mine = { ...now, name: ran.name, files: { ...now.files, [other]: ran.files[other] } };
  return !isSameWork(ran, mine);
}

/** Makes the runs of a workspace. */
export function createRunsStore({ engines, workspace, imageOf, frames, clock }: RunsParts): RunsStore {
  /** The number of the press that each side shows next; what any other one still says is dropped. */
  const awaited: Record<Orm, number | null> = { ...NONE };
  const throttles = { django: createFrameThrottle(frames), sqlalchemy: createFrameThrottle(frames) };
  let presses = 0;
  let runtime: Runtime | null = null;

  const set = <Key extends 'last' | 'previous' | 'live' | 'failed'>(
    key: Key,
    orm: Orm,
    value: RunsState[Key][Orm],
  ): void => store.setState((state) => ({ [key]: { ...state[key], [orm]: value } }));
  const changeLive = (orm: Orm, number: number, change: Partial<LiveRun>): void => {
    const live = store.getState().live[orm];
    if (live?.number === number) set('live', orm, { ...live, ...change });
  };
  const endLive = (orm: Orm): void => {
    awaited[orm] = null;
    throttles[orm].cancel();
    set('live', orm, null);
  };

  /** Runs one side on its engine; null when it was called off before it began. */
  const runOn = async (
    engine: Runtime[Orm],
    number: number,
    ran: Workspace,
    image: Uint8Array | null,
  ): Promise<(RunResult & { readonly wallMs: number }) | null> => {
    const { orm } = engine;
    let startedAt = frames.now();
    const before = runNumber(engine.getState());
    const leave = engine.subscribe((state) => {
      if (state.kind !== 'running' || state.run === before) return;
      leave();
      startedAt = frames.now();
      changeLive(orm, number, { phase: 'running' });
    });
    try {
      const result = await engine.run({ files: ran.files[orm], image }, (current) => {
        if (awaited[orm] === number) throttles[orm].ask(() => changeLive(orm, number, { trace: current() }));
      });
      return result === null ? null : { ...result, wallMs: frames.now() - startedAt };
    } finally {
      leave();
    }
  };
  const runSide = async (orm: Orm, number: number, ran: Workspace): Promise<void> => {
    try {
      const [loaded, image] = await Promise.all([engines.getState().runtime(), imageOf(ran.database)]);
      runtime = loaded;
      if (awaited[orm] !== number) return;
      const result = await runOn(loaded[orm], number, ran, image);
      if (awaited[orm] !== number) return;
      endLive(orm);
      if (result !== null) finish({ ...result, orm, number, ran, ranAt: clock() });
    } catch (thrown) {
      if (awaited[orm] !== number) return;
      endLive(orm);
      set('failed', orm, { number, error: thrown instanceof Error ? thrown : new Error(String(thrown)) });
    }
  };
  const finish = (run: FinishedRun): void =>
    store.setState(({ last, previous, timeline }) => ({
      previous: { ...previous, [run.orm]: last[run.orm] },
      last: { ...last, [run.orm]: run },
      timeline: withRun(timeline, run),
    }));
  const stop = (orms: readonly Orm[]): void => {
    for (const orm of orms) {
      const live = store.getState().live[orm];
      if (live === null) continue;
      // One that has not begun leaves no result; the other's comes, and says that it was stopped.
      if (live.phase === 'waiting') endLive(orm);
      runtime?.[orm].stop();
    }
  };

  const store = createStore<RunsState>()(() => ({
    last: NONE,
    previous: NONE,
    live: NONE,
    failed: NONE,
    timeline: [],
    run: async (orms = ORMS) => {
      presses += 1;
      const number = presses;
      const ran = contentOf(workspace.getState());
      stop(orms);
      store.setState(({ timeline }) => ({
        timeline: withPress(timeline, { number, ran, startedAt: clock(), runs: {} }),
      }));
      for (const orm of orms) {
        awaited[orm] = number;
        throttles[orm].cancel();
        set('failed', orm, null);
        set('live', orm, { number, ran, phase: 'waiting', trace: null });
      }
      await Promise.all(orms.map((orm) => runSide(orm, number, ran)));
    },
    stop: (orms = ORMS) => stop(orms),
    forget: () => {
      stop(ORMS);
      for (const orm of ORMS) endLive(orm);
      store.setState({ last: NONE, previous: NONE, failed: NONE });
    },
  }));
  return store;
}

function runNumber(state: EngineState): number | null {
  return state.kind === 'running' ? state.run : null;
}
