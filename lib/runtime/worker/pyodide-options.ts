import { loadPyodide, type PyodideAPI } from 'pyodide';
import createPyodideModule, { type CreatePyodideModule } from 'pyodide/pyodide.asm.mjs';
import { info } from 'pyodide/pyodide-lock.json';
import { type Fed, fedWith } from './feed';
import { growTo, type Heap, holdHeap } from './heap';
import { functionOf, type Internals, InternalsError, objectOf } from './internals';

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

/**
 * Starts an interpreter from a snapshot.
 * @param copied is given the snapshot's bytes back as soon as the heap holds them
 * @throws whatever Pyodide throws when the snapshot is not one of this very build
 */
export function restore(
  fed: Fed,
  snapshot: ArrayBuffer,
  copied: (snapshot: ArrayBuffer) => void,
): Promise<Interpreter> {
  return start(fed, { bytes: new Uint8Array(snapshot), copied: () => copied(snapshot) });
}

/** Starts an interpreter from nothing: slower, and independent of how snapshots are made. */
export function plainBoot(fed: Fed): Promise<Interpreter> {
  return start(fed, null);
}

interface Snapshot {
  readonly bytes: Uint8Array;
  readonly copied: () => void;
}

async function start(fed: Fed, snapshot: Snapshot | null): Promise<Interpreter> {
  let heap: Heap | undefined;
  let internals: Internals | undefined;
  const create: CreatePyodideModule = async (settings) => {
    const { instantiateWasm } = settings;
    if (instantiateWasm === undefined) throw new InternalsError('Pyodide has no "instantiateWasm" any more.');
    const module = await createPyodideModule({
      ...settings,
      instantiateWasm: (imports, done) => {
        const held = holdHeap(imports.env);
        return instantiateWasm(imports, (instance, code) => {
          heap = held.instantiated(instance);
          if (snapshot !== null) growTo(heap.memory, snapshot.bytes.length);
          done(instance, code);
        });
      },
    });
    const api = objectOf(module, 'API');
    if (snapshot !== null) onceRestored(api, snapshot.copied);
    if (heap !== undefined) internals = { module, api, memory: heap.memory };
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
      ...(snapshot === null ? {} : { _loadSnapshot: snapshot.bytes }),
    }),
  );
  if (heap === undefined || internals === undefined)
    throw new InternalsError('Pyodide instantiated no code.');
  forgetSnapshot(internals.api);
  return { python, internals, heap };
}

/** Says when Pyodide has copied the snapshot into the heap: it then still has half of the start before it. */
function onceRestored(api: object, copied: () => void): void {
  const restoreSnapshot = functionOf<(bytes: Uint8Array) => unknown>(api, 'restoreSnapshot');
  Reflect.set(api, 'restoreSnapshot', (bytes: Uint8Array) => {
    const header = restoreSnapshot(bytes);
    copied();
    return header;
  });
}

/** Pyodide keeps the options it was called with, and with them 50 MB that are somebody else's. */
function forgetSnapshot(api: object): void {
  Reflect.deleteProperty(objectOf(api, 'config'), '_loadSnapshot');
}

/** What Pyodide itself prints is about itself; a program's output is captured in Python. */
function ignore(): void {}
