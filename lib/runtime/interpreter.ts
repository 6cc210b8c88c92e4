import type { Trace, Versions } from '../trace/schema';
import { assertNever } from '../util/assert-never';
import { type Assembler, createAssembler } from './assemble';
import type { Archives } from './assets/assets';
import {
  type FromWorker,
  FromWorkerSchema,
  type RunRequest,
  type RunResult,
  type ToWorker,
} from './contract';
import { EngineStartError } from './errors/engine-start-error';
import type { Host } from './host';
import type { BorrowSnapshot, SnapshotLoan } from './snapshot-loan';
import { createStateCollector, type StateCollector } from './states';
import type { Asked, Reply } from './tools/tools';

/** How long an interpreter may take to start; a plain boot on a slow phone takes some 30 s. */
const BOOT_LIMIT_MS = 90_000;
/** How long a worker may take from being sent a program to starting on it. */
const START_LIMIT_MS = 20_000;
/** How long an answer may take; loading models takes some tenths of a second. */
const ANSWER_LIMIT_MS = 10_000;

/** What an interpreter starts from. */
export interface BootParts {
  /** Null: a plain boot. */
  readonly snapshot: BorrowSnapshot | null;
  readonly core: WebAssembly.Module;
  readonly archives: Archives;
  /** Cap of the heap. */
  readonly memoryBytes: number;
}

/** Told whenever a run has sent more; `current` puts the trace together only when it is called. */
export type OnTrace = (current: () => Trace) => void;

/** A started interpreter, good for one run or one question. */
export interface Interpreter {
  readonly versions: Versions;
  readonly how: 'snapshot' | 'plain';
  /**
   * Runs one program and ends the worker, however it went.
   * @param image the database to start from; it is copied
   */
  readonly run: (request: RunRequest, image: Uint8Array | null, onTrace: OnTrace) => Promise<RunResult>;
  /** Answers one question about a person's code and ends the worker, however it went; after 10 s, without an answer. */
  readonly ask: (asked: Asked) => Promise<Reply>;
  /** Ends a run at once; its result says `stopped` and holds what was captured. A question ends without an answer. */
  readonly stop: () => void;
  /** False once its worker is gone, by its end or by an accident. */
  readonly isAlive: () => boolean;
}

interface Running {
  readonly assembler: Assembler;
  readonly states: StateCollector;
  readonly request: RunRequest;
  readonly onTrace: OnTrace;
  readonly finish: (outcome: RunResult['outcome'], image: Uint8Array | null) => void;
  timer: ReturnType<typeof setTimeout>;
}

interface Asking {
  readonly finish: (reply: Reply) => void;
}

/**
 * Starts an interpreter in a worker of its own.
 * @throws EngineStartError (as a rejection) when it does not come up; the worker is gone then
 */
export function startInterpreter(host: Host, parts: BootParts): Promise<Interpreter> {
  return new Promise((resolve, reject) => {
    const { snapshot } = parts;
    let loan: SnapshotLoan | null = null;
    let booted: Extract<FromWorker, { type: 'booted' }> | null = null;
    let running: Running | null = null;
    let asking: Asking | null = null;
    let over = false;

    const hosted = host.spawn((why) => died(`Its worker failed: ${why}`));
    const send = (message: ToWorker, transfer: Transferable[] = []): void =>
      hosted.port.postMessage(message, transfer);
    const end = (): void => {
      if (over) return;
      over = true;
      clearTimeout(bootTimer);
      hosted.terminate();
      loan?.lose();
      loan = null;
    };
    const refuse = (error: unknown): void => {
      end();
      reject(error);
    };
    const fail = (why: string): void => refuse(new EngineStartError(why));
    const cutShort = (kind: RunResult['outcome']['kind'], message: string, witness = {}): void => {
      if (running !== null) running.finish(running.assembler.cutShort(kind, message, witness), null);
      else if (asking !== null) asking.finish({ kind: 'failed', message });
      else end();
    };
    const died = (why: string): void => {
      if (over) return;
      if (booted === null) fail(why);
      else cutShort('crashed', `${why} Run it again.`);
    };
    const limitBoot = () => setTimeout(() => fail('It did not come up in time.'), BOOT_LIMIT_MS);
    let bootTimer = limitBoot();
    const sendSnapshot = (lent: SnapshotLoan): void => {
      if (over) {
        lent.giveBack(lent.bytes);
        return;
      }
      loan = lent;
      send({ type: 'snapshot', snapshot: lent.bytes }, [lent.bytes]);
      bootTimer = limitBoot();
    };

    const handle = (message: FromWorker): void => {
      switch (message.type) {
        case 'snapshot-wanted':
          // It may still be on its way to the page, for as long as the network takes.
          clearTimeout(bootTimer);
          snapshot?.().then(sendSnapshot, refuse);
          return;
        case 'snapshot-back':
          loan?.giveBack(message.snapshot);
          loan = null;
          return;
        case 'booted':
          booted = message;
          clearTimeout(bootTimer);
          resolve({ versions: message.versions, how: message.how, run, ask, stop, isAlive: () => !over });
          return;
        case 'started':
          if (running !== null) startClock(running);
          return;
        case 'chunk':
          running?.assembler.chunk(message.json, message.witness);
          running?.onTrace(running.assembler.current);
          return;
        case 'state':
          running?.states.take(message);
          return;
        case 'end':
          running?.finish(
            running.assembler.end(message.json, message.witness),
            message.image === null ? null : new Uint8Array(message.image),
          );
          return;
        case 'answer':
          asking?.finish({ kind: 'answer', json: message.json });
          return;
        case 'fatal':
          if (message.phase === 'boot') fail(message.message);
          else cutShort('crashed', message.message, message.witness);
          return;
        default:
          assertNever(message);
      }
    };
    hosted.port.onmessage = ({ data }: MessageEvent<unknown>) => {
      // A message that was under way when the worker was ended belongs to nobody.
      if (over) return;
      const parsed = FromWorkerSchema.safeParse(data);
      if (parsed.success) handle(parsed.data);
      else died('It sent a message that the page does not understand.');
    };

    const startClock = (run: Running): void => {
      clearTimeout(run.timer);
      const { wallMs } = run.request.limits;
      run.timer = setTimeout(() => cutShort('timed-out', timedOut(wallMs)), wallMs);
    };
    const run: Interpreter['run'] = (request, image, onTrace) =>
      new Promise((done) => {
        const versions = booted?.versions;
        if (over || running !== null || asking !== null || versions === undefined) {
          throw new EngineStartError(USED_TWICE);
        }
        const states = createStateCollector(image, request.limits);
        const finish: Running['finish'] = (outcome, left) => {
          if (running === null) return;
          clearTimeout(running.timer);
          running = null;
          end();
          done({ outcome, image: left, states: states.all(), versions });
        };
        const timer = setTimeout(() => cutShort('crashed', NEVER_STARTED), START_LIMIT_MS);
        running = { assembler: createAssembler(), states, request, onTrace, finish, timer };
        const copy = copyOf(image);
        send({ type: 'run', request, image: copy }, copy === null ? [] : [copy]);
      });
    const ask: Interpreter['ask'] = ({ tool, json, image }) =>
      new Promise((done) => {
        if (over || running !== null || asking !== null) throw new EngineStartError(USED_TWICE);
        const timer = setTimeout(() => cutShort('timed-out', NO_ANSWER), ANSWER_LIMIT_MS);
        const finish: Asking['finish'] = (reply) => {
          clearTimeout(timer);
          asking = null;
          end();
          done(reply);
        };
        asking = { finish };
        const copy = copyOf(image);
        send({ type: 'ask', tool, json, image: copy }, copy === null ? [] : [copy]);
      });
    const stop = (): void => cutShort('stopped', STOPPED);

    const { core: module, archives, memoryBytes } = parts;
    send({
      type: 'boot',
      snapshot: snapshot === null ? null : 'on-request',
      module,
      ...archives,
      memoryBytes,
    });
  });
}

function copyOf(image: Uint8Array | null): ArrayBuffer | null {
  return image === null ? null : new Uint8Array(image).buffer;
}

const USED_TWICE = 'An interpreter was asked for a second run or answer.';
const NO_ANSWER =
  'Loading your models took longer than 10 s. Look for an endless loop or a long sleep in models.py, or in a file it imports.';
const STOPPED = 'You stopped the program. What it had done until then is kept.';
const NEVER_STARTED = 'The interpreter did not start on the program. Run it again.';

function timedOut(wallMs: number): string {
  const seconds = new Intl.NumberFormat('en').format(wallMs / 1000);
  return (
    `The program was stopped after ${seconds} s, the limit for one run. ` +
    'What it had done until then is kept. Look for an endless loop or a long sleep.'
  );
}
