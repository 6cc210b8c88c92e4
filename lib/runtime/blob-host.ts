import type { Host, Hosted } from './host';

/**
 * Starts workers from a `blob:` address, the only kind that inherits the page's
 * Content-Security-Policy: from an ordinary address a worker has the policy of its own response,
 * which on most static hosts is none, and a program in it could reach any server.
 *
 * @param script the worker's script, checked by its hash
 * @param name what the browser's own tools call the worker
 */
export function createBlobHost(script: Uint8Array<ArrayBuffer>, name = 'engine'): Host {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return { spawn: (onDeath) => spawn(url, name, onDeath) };
}

function spawn(url: string, name: string, onDeath: (why: string) => void): Hosted {
  const worker = new Worker(url, { type: 'module', name });
  const { port1: port, port2: theirs } = new MessageChannel();
  worker.onerror = (event) => {
    event.preventDefault();
    onDeath(event.message ?? 'Its script could not be started.');
  };
  worker.postMessage({ type: 'port', port: theirs }, [theirs]);
  return {
    port,
    terminate: () => {
      worker.onerror = null;
      worker.terminate();
      port.close();
    },
  };
}
