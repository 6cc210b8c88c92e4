import { loadPyodide, type PyodideAPI } from 'pyodide';
import createPyodideModule, { type CreatePyodideModule } from 'pyodide/pyodide.asm.mjs';
import { info } from 'pyodide/pyodide-lock.json';
import { type Fed, fedWith } from './feed';
import { growTo, type Heap, holdHeap } from './heap';
import { type Internals, InternalsError, objectOf } from './internals';

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
 * @param snapshot not needed any more when this returns: the interpreter holds no reference to it
 * @throws whatever Pyodide throws when the snapshot is not one of this very build
 */
export function restore(fed: Fed, snapshot: ArrayBuffer): Promise<Interpreter> {
  return start(fed, new Uint8Array(snapshot));
}

/** Starts an interpreter from nothing: slower, and independent of how snapshots are made. */
export function plainBoot(fed: Fed): Promise<Interpreter> {
  return start(fed, null);
}

async function start(fed: Fed, snapshot: Uint8Array | null): Promise<Interpreter> {
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
          if (snapshot !== null) growTo(heap.memory, snapshot.length);
          done(instance, code);
        });
      },
    });
    if (heap !== undefined) internals = { module, api: objectOf(module, 'API'), memory: heap.memory };
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
      ...(snapshot === null ? {} : { _loadSnapshot: snapshot }),
    }),
  );
  if (heap === undefined || internals === undefined) throw new InternalsError('Pyodide instantiated no code.');
  forgetSnapshot(internals.api);
  return { python, internals, heap };
}

/** Pyodide keeps the options it was called with, and with them 50 MB that are somebody else's. */
function forgetSnapshot(api: object): void {
  Reflect.deleteProperty(objectOf(api, 'config'), '_loadSnapshot');
}

/** What Pyodide itself prints is about itself; a program's output is captured in Python. */
function ignore(): void {}
