import { ORMS, type Orm } from '../orm/orm';
import type { Engine, EngineState, Program, RunResult, Runtime } from '../runtime';
import type { Trace } from '../trace/schema';

const VERSIONS = { python: '3', sqlite: '3', pyodide: '3', django: '6', sqlalchemy: '2', alembic: '1' };
const READY = { kind: 'ready', versions: VERSIONS, boot: { how: 'snapshot' } } as const;
const TIMING = { totalUs: 0, ormUs: 0, sqliteUs: 0, harnessUs: 0 };

const BROKEN = { type: 'SyntaxError', message: 'invalid syntax', cell: null, frames: [] };

/** A trace of so many statements; of each only its id is there. */
function traceOf(count: number): Trace {
  const statements = Array.from({ length: count }, (_, id) => ({ id })) as Trace['statements'];
  return { cells: [], calls: [], statements, timing: TIMING, notices: [] };
}

/** What a test does to a run that an engine was given. */
export interface GivenRun {
  readonly orm: Orm;
  readonly program: Program;
  /** An interpreter is there: the run begins. */
  readonly begin: () => void;
  /** It has sent so many statements. */
  readonly send: (statements: number) => void;
  /** It ends, with so many statements. */
  readonly end: (statements: number, kind?: RunResult['outcome']['kind']) => Promise<void>;
  /** It ends since its code does not compile. */
  readonly refuse: () => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
}

/** Engines with the behaviour of real ones, whose runs a test begins and ends. */
export function testingRuntime() {
  const given: GivenRun[] = [];
  const rehearsed: Orm[] = [];
  const started: Orm[] = [];

  const engineOf = (orm: Orm): Engine & { readonly show: (state: EngineState) => void } => {
    const listeners = new Set<(state: EngineState) => void>();
    let state: EngineState = { kind: 'idle' };
    let runs = 0;
    let stopCurrent = (): void => {};
    const show = (next: EngineState): void => {
      state = next;
      for (const listener of listeners) listener(next);
    };
    return {
      orm,
      show,
      getState: () => state,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      start: () => {
        started.push(orm);
        if (state.kind === 'idle') show({ kind: 'booting', step: 'start' });
      },
      stop: () => stopCurrent(),
      rehearse: async () => {
        rehearsed.push(orm);
      },
      ask: async () => null,
      run: (program, onTrace = () => {}) => {
        stopCurrent();
        return new Promise((resolve, reject) => {
          runs += 1;
          const run = runs;
          let sent = 0;
          let begun = false;
          const over = (result: RunResult | null): Promise<void> => {
            stopCurrent = () => {};
            show(READY);
            resolve(result);
            return settle();
          };
          const end: GivenRun['end'] = (statements, kind = 'done') =>
            over({
              outcome: { kind, trace: traceOf(statements) },
              image: new Uint8Array([run]),
              states: [{ cell: null, database: new Uint8Array([run]) }],
              versions: VERSIONS,
            });
          stopCurrent = () => void (begun ? end(sent, 'stopped') : over(null));
          given.push({
            orm,
            program,
            begin: () => {
              begun = true;
              show({ ...READY, kind: 'running', run });
            },
            send: (statements) => {
              sent = statements;
              onTrace(() => traceOf(sent));
            },
            end,
            refuse: () =>
              over({
                outcome: { kind: 'python-error', error: BROKEN, trace: traceOf(0) },
                image: null,
                states: [],
                versions: VERSIONS,
              }),
            fail: (error) => {
              show({ kind: 'failed', error });
              reject(error);
              return settle();
            },
          });
        });
      },
    };
  };
  const engines = Object.fromEntries(ORMS.map((orm) => [orm, engineOf(orm)] as const)) as Record<
    Orm,
    ReturnType<typeof engineOf>
  >;
  const runtime: Runtime = engines;
  /** Both engines have come up. */
  const ready = (): void => {
    for (const orm of ORMS) engines[orm].show(READY);
  };
  return { runtime, engines, given, rehearsed, started, ready };
}

/** Lets everything happen that waits for nothing but its turn. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
