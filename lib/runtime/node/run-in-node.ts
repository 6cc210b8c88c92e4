import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { RunRequest, RunResult, ToWorker } from '../contract';
import type { Runtime } from './load-runtime';
import { createSession } from './node-session';
import { startThread } from './start-thread';

/** How an interpreter starts: from the snapshot, or by importing everything as the fallback does. */
export type Boot = 'snapshot' | 'plain';

/**
 * Runs one program in a fresh interpreter, in a thread of this process which ends with the run.
 *
 * @param runtime the files to run it with
 * @param request the program and its limits; the wall time counts from the moment Python starts on it
 * @param image the SQLite database that it starts from, or null
 * @returns how it ended, its trace, and the database it left behind
 * @throws NodeEngineError when the engine itself fails before the program starts
 */
export async function runInNode(
  runtime: Runtime,
  request: RunRequest,
  image: Uint8Array | null,
  boot: Boot = 'snapshot',
): Promise<RunResult> {
  const first = await bootMessage(runtime, request.limits.memoryBytes, boot);
  const thread = startThread(await runtime.bytes('engine-worker'));
  const { port1: port, port2: theirs } = new MessageChannel();
  try {
    return await new Promise<RunResult>((resolve, reject) => {
      const send = (message: ToWorker): void => post(port, message);
      const session = createSession(request, image, { send, resolve, reject });
      thread.once('error', (error) => session.died(error.message));
      thread.once('exit', () => session.died('its thread ended'));
      port.on('message', session.receive);
      thread.postMessage({ type: 'port', port: theirs }, [theirs]);
      send(first);
    });
  } finally {
    port.close();
    await thread.terminate();
  }
}

async function bootMessage(runtime: Runtime, memoryBytes: number, boot: Boot): Promise<ToWorker> {
  const plain = boot === 'plain';
  return {
    type: 'boot',
    snapshot: plain ? null : copyOf(await runtime.bytes('snapshot')),
    module: await runtime.core(),
    stdlib: copyOf(await runtime.bytes(plain ? 'stdlib' : 'stdlib-rest')),
    packages: copyOf(await runtime.bytes(plain ? 'packages' : 'packages-rest')),
    memoryBytes,
  };
}

/** Buffers are moved to the thread, not cloned, so each run gets its own copy of the runtime's. */
function copyOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function post(port: MessagePort, message: ToWorker): void {
  const buffers = Object.values(message).filter(
    (value): value is ArrayBuffer => value instanceof ArrayBuffer,
  );
  port.postMessage(message, buffers);
}
