import { assertNever } from '../../util/assert-never';
import { type Assembler, createAssembler } from '../assemble';
import {
  type FromWorker,
  FromWorkerSchema,
  type RunRequest,
  type RunResult,
  type ToWorker,
} from '../contract';
import { createStateCollector } from '../states';

/** The engine could not start or broke its contract; what the person's code does is never thrown. */
export class NodeEngineError extends Error {
  override readonly name = 'NodeEngineError';
}

/** How long an interpreter may take to start, in ms; a plain boot on a slow machine takes some 20 s. */
const BOOT_LIMIT_MS = 120_000;

/** What a session speaks to and reports to. */
export interface SessionEnds {
  readonly send: (message: ToWorker) => void;
  readonly resolve: (result: RunResult) => void;
  readonly reject: (error: NodeEngineError) => void;
}

/** One run's side of the conversation with its engine. */
export interface Session {
  /** Takes a message of the engine, whatever it is. */
  readonly receive: (data: unknown) => void;
  /** The engine's thread is gone. */
  readonly died: (why: string) => void;
}

/**
 * Follows one run from the boot to its end: waits for the interpreter, sends the program, lets the
 * clock run from the moment Python starts on it, and puts the trace together.
 */
export function createSession(request: RunRequest, image: Uint8Array | null, ends: SessionEnds): Session {
  const assembler: Assembler = createAssembler();
  const states = createStateCollector(image, request.limits);
  let versions: RunResult['versions'] | null = null;
  let timer = setTimeout(() => fail('it did not start in time'), BOOT_LIMIT_MS);

  const fail = (why: string): void => {
    clearTimeout(timer);
    ends.reject(new NodeEngineError(`The engine could not run the program: ${why}.`));
  };
  const finish = (outcome: RunResult['outcome'], left: ArrayBuffer | null): void => {
    clearTimeout(timer);
    if (versions === null) fail('it answered before it had started');
    else
      ends.resolve({
        outcome,
        versions,
        image: left === null ? null : new Uint8Array(left),
        states: states.all(),
      });
  };
  const timeOut = (): void => {
    const seconds = request.limits.wallMs / 1000;
    const message = `The program was stopped after ${seconds} s. What it had done until then is kept.`;
    finish(assembler.cutShort('timed-out', message), null);
  };

  const handle = (message: FromWorker): void => {
    switch (message.type) {
      case 'booted':
        versions = message.versions;
        clearTimeout(timer);
        ends.send({ type: 'run', request, image: image === null ? null : new Uint8Array(image).buffer });
        return;
      case 'snapshot-wanted':
      case 'snapshot-back':
        return;
      case 'started':
        timer = setTimeout(timeOut, request.limits.wallMs);
        return;
      case 'chunk':
        assembler.chunk(message.json, message.witness);
        return;
      case 'state':
        states.take(message);
        return;
      case 'end':
        finish(assembler.end(message.json, message.witness), message.image);
        return;
      case 'answer':
        fail('it answered a question that nobody asked');
        return;
      case 'fatal':
        if (message.phase === 'boot') fail(message.message);
        else finish(assembler.cutShort('crashed', message.message, message.witness), null);
        return;
      default:
        assertNever(message);
    }
  };

  return {
    receive(data) {
      const parsed = FromWorkerSchema.safeParse(data);
      if (parsed.success) handle(parsed.data);
      else
        fail(`a message of it is not part of the contract (${parsed.error.issues[0]?.path.join('.') ?? ''})`);
    },
    died(why) {
      if (versions === null) fail(why);
      else finish(assembler.cutShort('crashed', `The interpreter died: ${why}. Run it again.`), null);
    },
  };
}
