import { loadAssets } from '../../lib/runtime/assets/assets';
import { createRuntime, DEFAULT_LIMITS, type EngineState, type Program } from '../../lib/runtime/index';
import { createSupplier } from '../../lib/runtime/supplier';

/**
 * The script of the page on which engines are tested without an interface: the product's own engines,
 * and what tests need beside them. Lies in `globalThis.engineTools`.
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

/** Starts an engine and waits until it is ready or has failed; tells the state in a form that can be sent. */
async function start(): Promise<{ kind: EngineState['kind']; words: string }> {
  const engine = runtime.django;
  engine.start();
  const state = await new Promise<EngineState>((resolve) => {
    const listen = (next: EngineState) => {
      if (next.kind === 'ready' || next.kind === 'failed') resolve(next);
    };
    engine.subscribe(listen);
    listen(engine.getState());
  });
  const words = state.kind === 'failed' ? state.error.message : state.kind === 'ready' ? state.boot.how : '';
  return { kind: state.kind, words };
}

/** Runs a program that is stopped as soon as it prints; how long it took to be ready for the next, in ms. */
async function stop(program: Program): Promise<{ kind: string; stdout: string; readyAgainMs: number }> {
  const engine = runtime.django;
  let stopped = 0;
  const result = await engine.run(program, (current) => {
    if (stopped > 0 || !current().cells.some(({ stdout }) => stdout !== '')) return;
    stopped = performance.now();
    engine.stop();
  });
  if (result === null) throw new Error('The run was called off.');
  await start();
  const stdout = result.outcome.trace.cells.map((cell) => cell.stdout).join('');
  return { kind: result.outcome.kind, stdout, readyAgainMs: performance.now() - stopped };
}

/** Starts an interpreter from a snapshot that is whole and yet of no use, and runs a program in it. */
async function runWithUselessSnapshot(program: Program) {
  const supplier = createSupplier({
    base: RUNTIME,
    load: async (base, onProgress) => {
      const assets = await loadAssets(base, onProgress);
      return { ...assets, snapshot: async () => new ArrayBuffer(2 ** 20) };
    },
  });
  const { interpreter, boot } = await supplier.supply(() => {});
  const request = { orm: 'django', database: 'sqlite', hasImage: false, limits: DEFAULT_LIMITS } as const;
  const { outcome } = await interpreter.run({ ...request, files: program.files }, null, () => {});
  return { boot, kind: outcome.kind, stdout: outcome.trace.cells.map((cell) => cell.stdout).join('') };
}

const tools = { foreign, stored, run, audit, tryPolicy, start, stop, runWithUselessSnapshot };

declare global {
  var engineTools: typeof tools;
}

globalThis.engineTools = tools;
