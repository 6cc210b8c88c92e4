import type { Orm } from '../orm/orm';
import type { AssetProgress } from './assets/progress';
import { DEFAULT_LIMITS, type Limits, type RunRequest, type RunResult } from './contract';
import type { EngineState } from './engine-state';
import { EngineStartError } from './errors/engine-start-error';
import type { Interpreter, OnTrace } from './interpreter';
import type { Supplied, Supplier } from './supplier';
import { createAsker } from './tools/asker';
import type { Answer, Questions, Tool } from './tools/tools';

/** A program for one engine. */
export interface Program {
  /** The person's files: `models.py`, `script.py` and any other `*.py`. */
  readonly files: Readonly<Record<string, string>>;
  /** The SQLite database to start from, or null; it is copied. */
  readonly image: Uint8Array | null;
  readonly limits?: Limits;
}

/** The engine of one ORM: each run has a fresh interpreter, and the next one is started meanwhile. */
export interface Engine {
  readonly orm: Orm;
  readonly getState: () => EngineState;
  /** Calls back with each new state; returns what ends that. */
  readonly subscribe: (listener: (state: EngineState) => void) => () => void;
  /** Loads and starts what is not there yet; after a failure, tries again. */
  readonly start: () => void;
  /**
   * Runs a program, waiting for an interpreter where none is ready. A run that goes on is stopped first.
   *
   * @param onTrace told whenever the run has sent more
   * @returns how it ended; null when it was stopped, or another took its place, before it had started
   * @throws RuntimeError (as a rejection) when no interpreter can be had; the state is `failed` then
   */
  readonly run: (program: Program, onTrace?: OnTrace) => Promise<RunResult | null>;
  /**
   * Asks about code in an interpreter of its own, beside a run if there is one. One question is answered at a
   * time; one that waits, or is being answered, gives way to a newer one for the same tool.
   *
   * @returns the answer, or a sentence that says why there is none; null when a newer question took its place
   * @throws RuntimeError (as a rejection) when no interpreter can be had
   */
  readonly ask: <T extends Tool>(tool: T, question: Questions[T]) => Promise<Answer<T> | null>;
  /** Ends the run that goes on, or waits to; its result says `stopped` and holds what was captured. */
  readonly stop: () => void;
  /**
   * Runs a program of our own in an interpreter of its own, when the page has nothing else to do, and
   * throws the result away. The first run of a page compiles code of the interpreter that all later
   * runs share. It gives way to a run that somebody waits for.
   */
  readonly rehearse: (program: Program) => Promise<void>;
}

/** How an engine behaves. */
export interface EngineOptions {
  readonly orm: Orm;
  readonly supplier: Supplier;
  /** Interpreters that wait beside the one that the next run takes. */
  readonly spares: number;
  /** Calls back when the page has time. */
  readonly whenIdle: (callback: () => void) => void;
}

/** A run that no interpreter is ready for; null is given to one that is called off. */
interface Waiting {
  readonly give: (supplied: Supplied | null) => void;
  readonly refuse: (error: unknown) => void;
}

/** Makes the engine of one ORM; nothing is loaded until it is started. */
export function createEngine({ orm, supplier, spares, whenIdle }: EngineOptions): Engine {
  const listeners = new Set<(state: EngineState) => void>();
  const ready: Supplied[] = [];
  const waiting: Waiting[] = [];
  let state: EngineState = { kind: 'idle' };
  let starting = 0;
  let runs = 0;
  let current: { readonly supplied: Supplied; readonly run: number } | null = null;
  let rehearsing: Interpreter | null = null;

  const setState = (next: EngineState): void => {
    state = next;
    for (const listener of listeners) listener(next);
  };
  /** The state follows from what is there; only progress and failures are set where they happen. */
  const settle = (): void => {
    const [first] = ready;
    if (current !== null) {
      const { run, supplied } = current;
      if (state.kind !== 'running' || state.run !== run)
        setState({ kind: 'running', run, ...labels(supplied) });
    } else if (first !== undefined) setState({ kind: 'ready', ...labels(first) });
    else if (starting > 0) setState({ kind: 'booting', step: 'start' });
  };

  const startOne = (): void => {
    starting += 1;
    const onProgress = (progress: AssetProgress): void => {
      if (state.kind !== 'booting') return;
      const all = progress.receivedBytes >= progress.totalBytes;
      setState(all ? { kind: 'booting', step: 'start' } : { kind: 'booting', step: 'download', progress });
    };
    supplier.supply(onProgress).then(arrived, failed);
  };
  const arrived = (supplied: Supplied): void => {
    starting -= 1;
    const next = waiting.shift();
    if (next === undefined) {
      ready.push(supplied);
      settle();
    } else next.give(supplied);
    whenIdle(() => fill(1 + spares));
  };
  const failed = (error: unknown): void => {
    starting -= 1;
    for (const { refuse } of waiting.splice(0)) refuse(error);
    if (current === null && ready.length === 0) setState({ kind: 'failed', error: asError(error) });
  };
  const fill = (wanted: number): void => {
    if (state.kind === 'failed') return;
    for (let missing = wanted + waiting.length - ready.length - starting; missing > 0; missing -= 1)
      startOne();
  };
  const take = (): Promise<Supplied | null> => {
    for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
      if (next.interpreter.isAlive()) return Promise.resolve(next);
    }
    return new Promise((give, refuse) => {
      waiting.push({ give, refuse });
      start();
    });
  };

  const start = (): void => {
    if (state.kind === 'failed' || state.kind === 'idle') setState({ kind: 'booting', step: 'start' });
    fill(waiting.length > 0 ? 0 : 1);
    if (state.kind !== 'booting') settle();
  };
  const stop = (): void => {
    runs += 1;
    for (const { give } of waiting.splice(0)) give(null);
    current?.supplied.interpreter.stop();
  };
  const rehearse = async (program: Program): Promise<void> => {
    if (runs > 0) return;
    const { interpreter } = await supplier.supply(ignore);
    if (runs > 0) {
      interpreter.stop();
      return;
    }
    rehearsing = interpreter;
    await interpreter.run(requestOf(orm, program), program.image, ignore);
    rehearsing = null;
  };
  const run: Engine['run'] = async (program, onTrace = ignore) => {
    stop();
    rehearsing?.stop();
    const number = runs;
    const supplied = await take();
    if (supplied === null) return null;
    if (number !== runs) {
      ready.unshift(supplied);
      settle();
      return null;
    }
    const mine = { supplied, run: number };
    current = mine;
    settle();
    try {
      return await supplied.interpreter.run(requestOf(orm, program), program.image, onTrace);
    } finally {
      if (current === mine) current = null;
      fill(1);
      settle();
      whenIdle(() => fill(1 + spares));
    }
  };

  /** One beside that which the next run takes; the run's own is never taken away. */
  const takeSpare = (): Promise<Supplied> => {
    const spare = ready.length > 1 ? ready.pop() : undefined;
    if (spare === undefined) return supplier.supply(ignore);
    whenIdle(() => fill(1 + spares));
    return spare.interpreter.isAlive() ? Promise.resolve(spare) : supplier.supply(ignore);
  };

  return {
    orm,
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start,
    run,
    stop,
    ask: createAsker(orm, takeSpare),
    rehearse: (program) =>
      new Promise((resolve, reject) => {
        whenIdle(() => rehearse(program).then(resolve, reject));
      }),
  };
}

function labels({
  interpreter,
  boot,
}: Supplied): Pick<Extract<EngineState, { kind: 'ready' }>, 'versions' | 'boot'> {
  return { versions: interpreter.versions, boot };
}

function requestOf(orm: Orm, { files, image, limits = DEFAULT_LIMITS }: Program): RunRequest {
  return { orm, files: { ...files }, database: 'sqlite', limits, hasImage: image !== null };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new EngineStartError(String(error));
}

function ignore(): void {}
