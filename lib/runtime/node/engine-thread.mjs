// @ts-check
/**
 * Starts an engine's worker script, the one that browsers run, in a thread of Node that looks to it
 * like a browser's worker. `workerData` is the script's source.
 *
 * The names of Node are taken away before the script is loaded, so that it behaves as in a browser;
 * the script then strips this realm as it strips a browser's. A thread is no sandbox all the same.
 */
import { parentPort, workerData } from 'node:worker_threads';

if (parentPort === null) throw new Error('This script runs in a worker thread only.');
const parent = parentPort;
const realm = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (globalThis));
const events = new EventTarget();

for (const name of ['process', 'require', 'module']) {
  delete realm[name];
}

/** What Pyodide tells a worker by. */
function WorkerGlobalScope() {}
Object.defineProperty(WorkerGlobalScope, Symbol.hasInstance, {
  value: (/** @type {unknown} */ value) => value === globalThis,
});

Object.assign(realm, {
  self: globalThis,
  WorkerGlobalScope,
  location: Object.freeze({ href: 'http://engine.invalid/', toString: () => 'http://engine.invalid/' }),
  addEventListener: events.addEventListener.bind(events),
  removeEventListener: events.removeEventListener.bind(events),
  postMessage: (/** @type {unknown} */ message) => parent.postMessage(message),
});

parent.once('message', (data) => {
  const event = new MessageEvent('message', { data });
  const handler = realm.onmessage;
  if (typeof handler === 'function') handler.call(globalThis, event);
  events.dispatchEvent(event);
});

await import(`data:text/javascript;base64,${encode(String(workerData))}`);

/** @param {string} source */
function encode(source) {
  const bytes = new TextEncoder().encode(source);
  let text = '';
  for (let start = 0; start < bytes.length; start += 0x8000)
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(text);
}
