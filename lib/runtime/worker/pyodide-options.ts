import { loadPyodide, type PyodideAPI } from 'pyodide';
import createPyodideModule, { type CreatePyodideModule } from 'pyodide/pyodide.asm.mjs';
import { info } from 'pyodide/pyodide-lock.json';
import { openSnapshot } from '../sparse-snapshot';
import { type Fed, fedWith } from './feed';
import { type Heap, holdHeap } from './heap';
import { functionOf, type Internals, InternalsError, objectOf } from './internals';
import { hurryMissingFiles } from './missing-files';

/**
 * The one module that knows Pyodide's experimental options (`_loadSnapshot`, `createPyodideModule`,
 * `jsglobals`): they may change with any release, and then only this file does.
 */

/** Pyodide resolves names against it; nothing is ever asked there, since every answer is fed. */
const NOWHERE = 'http://runtime.invalid/';

/** No packages: what a run needs lies in the runtime's own archive. */
const EMPTY_LOCK = { info: { ...info, arch: 'wasm32', version: '' }, packages: {} } as const;

/** What the snapshot was made with; a plain boot must not differ. */
const ENVIRONMENT = { HOME: '/home/pyodide', PYTHONHASHSEED: '0' };

/** A started interpreter, before any of this project's Python was called. */
export interface Interpreter {
  readonly python: PyodideAPI;
  readonly internals: Internals;
  readonly heap: Heap;
}

/** Where the snapshot's bytes come from, and who is told when they are not needed any more. */
export interface SnapshotSource {
  /** Asked for when everything but the memory is there, so that the bytes are kept from others shortly. */
  readonly take: () => Promise<ArrayBuffer>;
  readonly giveBack: (snapshot: ArrayBuffer) => void;
}

/**
 * Starts an interpreter from a snapshot.
 * @throws whatever Pyodide throws when the snapshot is not one of this very build
 */
export function restore(fed: Fed, source: SnapshotSource): Promise<Interpreter> {
  return start(fed, source);
}

/** Starts an interpreter from nothing: slower, and independent of how snapshots are made. */
export function plainBoot(fed: Fed): Promise<Interpreter> {
  return start(fed, null);
}

async function start(fed: Fed, source: SnapshotSource | null): Promise<Interpreter> {
  let heap: Heap | undefined;
  let internals: Internals | undefined;
  const create: CreatePyodideModule = async (settings) => {
    const { instantiateWasm } = settings;
    let hurry: ReturnType<typeof hurryMissingFiles> | undefined;
    if (instantiateWasm === undefined) throw new InternalsError('Pyodide has no "instantiateWasm" any more.');
    const module = await createPyodideModule({
      ...settings,
      instantiateWasm: (imports, done) => {
        const held = holdHeap(imports.env);
        hurry = hurryMissingFiles(imports.env);
        return instantiateWasm(imports, (instance, code) => {
          heap = held.instantiated(instance);
          done(instance, code);
        });
      },
    });
    if (heap === undefined) throw new InternalsError('Pyodide instantiated no code.');
    internals = { module, api: objectOf(module, 'API'), memory: heap.memory };
    hurry?.(module, heap.memory);
    if (source !== null) restoreFrom(internals, heap, await source.take(), source.giveBack);
    return module;
  };
  const python = await fedWith(fed, () =>
    loadPyodide({
      indexURL: NOWHERE,
      packageBaseUrl: NOWHERE,
      lockFileContents: EMPTY_LOCK,
      env: { ...ENVIRONMENT },
      jsglobals: Object.create(null) as object,
      stdout: ignore,
      stderr: ignore,
      createPyodideModule: create,
      ...(source === null ? {} : { _loadSnapshot: PROMISED }),
    }),
  );
  if (heap === undefined || internals === undefined) {
    throw new InternalsError('Pyodide created no interpreter.');
  }
  return { python, internals, heap };
}

/** Stands for the snapshot, which Pyodide would want from the first moment on, and keep. */
const PROMISED = new Uint8Array(0);

/** Lets Pyodide check and read its own header when its moment has come; the memory is filled in here. */
function restoreFrom(
  { module, api }: Internals,
  { memory }: Heap,
  bytes: ArrayBuffer,
  giveBack: (bytes: ArrayBuffer) => void,
): void {
  const { header, heapBytes, fill } = openSnapshot(new Uint8Array(bytes));
  functionOf<(size: number) => unknown>(module, 'growMemory')(heapBytes);
  const restoreSnapshot = functionOf<(snapshot: Uint8Array) => unknown>(api, 'restoreSnapshot');
  Reflect.set(api, 'restoreSnapshot', () => {
    const state = restoreSnapshot(header);
    fill(new Uint8Array(memory.buffer));
    giveBack(bytes);
    return state;
  });
}

/** What Pyodide itself prints is about itself; a program's output is captured in Python. */
function ignore(): void {}
