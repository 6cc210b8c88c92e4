import { Worker } from 'node:worker_threads';

/**
 * Starts an engine's worker script in a thread of this process; what it prints itself is kept from the output.
 * @param script the bytes of the script
 */
export function startThread(script: Uint8Array): Worker {
  return new Worker(new URL('./engine-thread.mjs', import.meta.url), {
    workerData: new TextDecoder().decode(script),
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
}
