import { loadAssets } from '../../lib/runtime/assets/assets';
import { createRuntime, type Program } from '../../lib/runtime/index';

/**
 * The script of the page on which the walls are tried: the product's own engine, and an audit in a
 * worker that starts as an engine's does. Lies in `globalThis.walls`.
 */

const RUNTIME = new URL('runtime/', location.href).href;

const runtime = createRuntime(RUNTIME);

/** What reached the page past the private port. */
const foreign: string[] = [];
addEventListener('message', ({ data }) => foreign.push(`message ${JSON.stringify(data)}`));
for (const name of ['walls', 'orm-pilot']) {
  new BroadcastChannel(name).onmessage = ({ data }) => foreign.push(`broadcast ${JSON.stringify(data)}`);
}

/** What the site keeps in this browser, by name. */
async function stored(): Promise<string[]> {
  const databases = await indexedDB.databases();
  const files: string[] = [];
  for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
  return [...databases.map(({ name }) => `database ${name}`), ...(await caches.keys()), ...files];
}

/** Runs a program in a fresh interpreter; what it printed, how it ended, and what is said of its trace. */
async function run(program: Program) {
  const result = await runtime.django.run(program);
  if (result === null) throw new Error('The run was called off.');
  const { kind, error, trace } = result.outcome;
  return {
    kind,
    error: error?.message ?? null,
    stdout: trace.cells.map((cell) => cell.stdout).join(''),
    notices: trace.notices,
    sql: trace.statements.map((statement) => statement.sql),
  };
}

/** What `lib/runtime/worker/audit.ts` reports; the page may not import what belongs into a worker. */
interface AuditReport {
  readonly objects: number;
  readonly found: readonly string[];
}

/** What an audit of a worker's realm finds before and after it is stripped. */
async function audit(script: string): Promise<{ before: AuditReport; after: AuditReport }> {
  const assets = await loadAssets(RUNTIME, () => {});
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url, { type: 'module' });
  const { port1: port, port2: theirs } = new MessageChannel();
  worker.postMessage({ type: 'port', port: theirs }, [theirs]);
  const snapshot = await assets.snapshot();
  return new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    port.onmessage = ({ data }) => resolve(data);
    const boot = { type: 'boot', snapshot, module: assets.core, ...assets.rest, memoryBytes: 2 ** 29 };
    port.postMessage(boot, [snapshot]);
  });
}

/** The ways out of a worker that has the page's policy but was not stripped, tried one by one. */
function tryPolicy(url: string): Promise<Record<string, string>> {
  const script = `
    const tried = {};
    const attempt = async (name, way) => {
      try { await way(); tried[name] = 'open'; } catch (error) { tried[name] = 'shut'; }
    };
    await attempt('fetch', () => fetch(${JSON.stringify(url)}));
    await attempt('import', () => import(${JSON.stringify(url)}));
    await attempt('eval', () => eval('1'));
    await attempt('WebSocket', () => new Promise((yes, no) => {
      const socket = new WebSocket(${JSON.stringify(url)}.replace('http', 'ws'));
      socket.onopen = yes; socket.onerror = no;
    }));
    await attempt('worker', () => new Promise((yes, no) => {
      const worker = new Worker(${JSON.stringify(url)}, { type: 'module' });
      worker.onmessage = yes; worker.onerror = no;
    }));
    postMessage(tried);`;
  const blob = new Blob([script], { type: 'text/javascript' });
  return new Promise((resolve, reject) => {
    const worker = new Worker(URL.createObjectURL(blob), { type: 'module' });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
}

const tools = { foreign, stored, run, audit, tryPolicy };

declare global {
  var walls: typeof tools;
}

globalThis.walls = tools;
