import type { MessageChannelEnd } from './server/connection';

/** A worker of the page's, and the way to end it. */
export interface BrowserWorker extends MessageChannelEnd {
  readonly terminate: () => void;
}

/**
 * Starts a worker from a `blob:` address, the only kind that the page's Content-Security-Policy governs. One
 * that fails is ended.
 *
 * @param script checked by its hash
 */
export function startWorker(script: Uint8Array<ArrayBuffer>, options: WorkerOptions): BrowserWorker {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url, options);
  const mourners: ((why: string) => void)[] = [];
  const terminate = (): void => {
    worker.terminate();
    URL.revokeObjectURL(url);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    terminate();
    for (const listener of mourners) listener(event.message ?? 'Its script could not be started.');
  };
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    listen: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
    onDeath: (listener) => mourners.push(listener),
    terminate,
  };
}
