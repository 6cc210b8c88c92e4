import { createStore } from 'zustand/vanilla';
import { cutScript, joinCells } from '../../cells/cut-script';
import { ORMS, type Orm } from '../../orm/orm';
import type { EngineState, RunResult, Runtime } from '../../runtime';
import type { Files } from '../../scenarios/types';
import type { RunError, Trace } from '../../trace/schema';
import type { EnginesStore } from '../engines/engines';
import type { Workspace, WorkspaceStore } from '../workspace/workspace';
import { contentOf, isSameWork } from '../workspace/workspace-store';
import { compileErrorOf } from './compile-error';
import { createFrameThrottle, type Frames } from './frame-throttle';
import type { FinishedRun, LiveRun, RunAsked, RunsState, RunsStore } from './run';
import type { ImageOf } from './starting-image';
import { withoutPress, withPress, withRun } from './timeline';

/** What runs rest on. */
export interface RunsParts {
  readonly engines: EnginesStore;
  readonly workspace: WorkspaceStore;
  readonly imageOf: ImageOf;
  readonly frames: Frames;
  /** Reads what a run came to before it is shown, so that showing it takes no long task. */
  readonly read?: (orm: Orm, trace: Trace, files: Files) => Promise<void>;
  /** Ms since 1970. */
  readonly clock: () => number;
}

/** A run that is over before is not drawn in its middle, ms: drawing would take the time from running. */
const FIRST_PICTURE_MS = 250;

const NONE = { django: null, sqlalchemy: null } as const;
const SCRIPT = 'script.py';

/** One side's part of a press of Run. */
interface Press {
  readonly number: number;
  readonly ran: Workspace;
  readonly asked: RunAsked;
}

/** Whether the code, or what it starts from, was changed since a run. */
export function isEditedSince({ ran, orm }: Pick<FinishedRun, 'ran' | 'orm'>, now: Workspace): boolean {
  const other = orm === 'django' ? 'sqlalchemy' : 'django';
  const mine = { ...now, name: ran.name, files: { ...now.files, [other]: ran.files[other] } };
  return !isSameWork(ran, mine);
}

/** Makes the runs of a workspace. */
export function createRunsStore({ engines, workspace, imageOf, frames, read, clock }: RunsParts): RunsStore {
  /** The number of the press that each side shows next; what any other one still says is dropped. */
  const awaited: Record<Orm, number | null> = { ...NONE };
  const throttles = { django: createFrameThrottle(frames), sqlalchemy: createFrameThrottle(frames) };
  let presses = 0;
  let runtime: Runtime | null = null;

  const set = <Key extends 'last' | 'previous' | 'live' | 'failed' | 'held'>(
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
    { number, ran, asked }: Press,
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
      const result = await engine.run({ files: filesFor(orm, ran, asked), image }, (current) => {
        if (awaited[orm] === number) throttles[orm].ask(() => changeLive(orm, number, { trace: current() }));
      });
      if (result === null) return null;
      const wallMs = frames.now() - startedAt;
      if (awaited[orm] === number) await read?.(orm, result.outcome.trace, ran.files[orm]);
      return { ...result, wallMs };
    } finally {
      leave();
    }
  };
  const runSide = async (orm: Orm, press: Press): Promise<void> => {
    const { number, ran, asked } = press;
    try {
      const [loaded, image] = await Promise.all([engines.getState().runtime(), imageOf(ran.database)]);
      runtime = loaded;
      if (awaited[orm] !== number) return;
      const result = await runOn(loaded[orm], press, image);
      if (awaited[orm] !== number) return;
      endLive(orm);
      if (result === null) return;
      const broken = asked.isLive === true ? compileErrorOf(result.outcome) : null;
      if (broken === null) finish({ ...result, orm, number, ran, upTo: asked.upTo ?? null, ranAt: clock() });
      else hold(orm, number, broken);
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
  /** A live run of code that does not compile is as good as none: results and timeline stay as they were. */
  const hold = (orm: Orm, number: number, error: RunError): void => {
    set('held', orm, error);
    // A side that still goes on has nothing in the entry yet, and needs it.
    if (ORMS.some((other) => store.getState().live[other]?.number === number)) return;
    store.setState(({ timeline }) => ({ timeline: withoutPress(timeline, number) }));
  };
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
    held: NONE,
    timeline: [],
    looked: null,
    lookAt: (looked) => store.setState({ looked }),
    run: async (orms = ORMS, asked = {}) => {
      presses += 1;
      const number = presses;
      const { opened } = workspace.getState();
      const ran = contentOf(workspace.getState());
      stop(orms);
      store.setState(({ timeline }) => ({
        looked: null,
        timeline: withPress(timeline, { number, orms, asked, ran, opened, startedAt: clock(), runs: {} }),
      }));
      for (const orm of orms) {
        awaited[orm] = number;
        throttles[orm].cancel(FIRST_PICTURE_MS);
        set('failed', orm, null);
        set('held', orm, null);
        set('live', orm, { number, ran, upTo: asked.upTo ?? null, phase: 'waiting', trace: null });
      }
      await Promise.all(orms.map((orm) => runSide(orm, { number, ran, asked })));
    },
    stop: (orms = ORMS) => stop(orms),
    forget: () => {
      stop(ORMS);
      for (const orm of ORMS) endLive(orm);
      store.setState({ last: NONE, previous: NONE, failed: NONE, held: NONE, looked: null });
    },
  }));
  return store;
}

/** The files that run: the script ends after the last cell that was asked for; lines keep their numbers. */
function filesFor(orm: Orm, { files }: Workspace, { upTo }: RunAsked): Files {
  const script = files[orm][SCRIPT];
  if (upTo === undefined || script === undefined) return files[orm];
  const { head, cells } = cutScript(script);
  return { ...files[orm], [SCRIPT]: joinCells({ head, cells: cells.slice(0, upTo + 1) }) };
}

function runNumber(state: EngineState): number | null {
  return state.kind === 'running' ? state.run : null;
}
