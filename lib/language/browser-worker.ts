import type { MessageChannelEnd } from './server/connection';

/** A worker of the page's, and the way to end it. */
export interface BrowserWorker extends MessageChannelEnd {
  readonly terminate: () => void;
}

/**
 * Starts a worker from a `blob:` address, the only kind that the page's Content-Security-Policy governs.
 *
 * @param script checked by its hash
 * @param onDeath told when it fails
 */
export function startWorker(
  script: Uint8Array<ArrayBuffer>,
  options: WorkerOptions,
  onDeath: (why: string) => void,
): BrowserWorker {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url, options);
  worker.onerror = (event) => {
    event.preventDefault();
    onDeath(event.message ?? 'Its script could not be started.');
  };
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    listen: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
    terminate: () => {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}
