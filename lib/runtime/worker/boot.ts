import type { PyCallable, PyProxy } from 'pyodide/ffi';
import type { FromWorker, ToWorker } from '../contract';
import { closeBuiltins } from './builtin-table';
import { capFiles } from './files';
import { functionOf, type Internals, InternalsError } from './internals';
import { type Interpreter, plainBoot, restore, type SnapshotSource } from './pyodide-options';
import { strip } from './strip';
import { type StatementWitness, witnessStatements } from './witness';

/** Bytes that files may hold beyond those of the runtime itself. */
const FILE_BYTES = 256 * 1024 * 1024;
const PACKAGES = '/lib/packages.zip';

type BootMessage = Extract<ToWorker, { type: 'boot' }>;
type Booted = Extract<FromWorker, { type: 'booted' }>;

/** An interpreter that is ready for one run or one question, in a realm that has nothing left to misuse. */
export interface Engine {
  readonly interpreter: Interpreter;
  /** `ormpilot.runner.run`, taken before the doors were shut. */
  readonly run: PyCallable;
  /** `ormpilot.tools.answer`, taken as early. */
  readonly answer: PyCallable;
  readonly witness: StatementWitness;
  readonly booted: Booted;
}

/**
 * Starts the interpreter, takes from Python what the run needs, then shuts every door.
 * @param source the snapshot, or null for a plain boot
 */
export async function boot(message: BootMessage, source: SnapshotSource | null): Promise<Engine> {
  const fed = { core: message.module, stdlib: message.stdlib };
  const interpreter = await (source === null ? plainBoot(fed) : restore(fed, source));
  const { python, internals, heap } = interpreter;
  python.FS.writeFile(PACKAGES, new Uint8Array(message.packages));
  if (source === null) importFromNothing(interpreter);

  callPython(interpreter, 'ormpilot.interpreter', 'after_restore');
  seedSqlite(internals);
  const versions = versionsOf(interpreter);
  const run = takeFunction(interpreter, 'ormpilot.runner', 'run');
  const answer = takeFunction(interpreter, 'ormpilot.tools', 'answer');
  callPython(interpreter, 'ormpilot.doors', 'close');

  heap.cap(message.memoryBytes);
  capFiles(internals, FILE_BYTES);
  const witness = witnessStatements(internals);
  closeBuiltins(internals);
  strip(internals);
  const booted: Booted = {
    type: 'booted',
    versions: { ...versions, pyodide: python.version },
    memoryBytes: heap.memory.buffer.byteLength,
    how: source === null ? 'plain' : 'snapshot',
  };
  return { interpreter, run, answer, witness, booted };
}

/** What the snapshot holds already: the interpreter's fixes, then both ORMs imported. */
function importFromNothing(interpreter: Interpreter): void {
  const sys = interpreter.python.pyimport('sys') as PyProxy;
  (sys.path as PyProxy).append(PACKAGES);
  sys.destroy();
  callPython(interpreter, 'ormpilot.interpreter', 'prepare');
  const warm = takeFunction(interpreter, 'ormpilot.warm', 'warm');
  warm.callKwargs({ imports_only: true });
  warm.destroy();
}

/**
 * The state of SQLite's random numbers lies in the memory that was saved: every run would see the same ones.
 * Asked for no bytes, SQLite forgets it and takes a new seed when it next needs one.
 */
function seedSqlite({ module }: Internals): void {
  functionOf<(count: number, buffer: number) => void>(module, '_sqlite3_randomness')(0, 0);
}

function versionsOf(interpreter: Interpreter): Booted['versions'] {
  const versions = takeFunction(interpreter, 'ormpilot.versions', 'versions');
  const dictionary = versions() as PyProxy;
  const plain = dictionary.toJs({ dict_converter: Object.fromEntries }) as Booted['versions'];
  dictionary.destroy();
  versions.destroy();
  return plain;
}

function callPython(interpreter: Interpreter, module: string, name: string): void {
  const callable = takeFunction(interpreter, module, name);
  callable();
  callable.destroy();
}

/** A Python function; its module's proxy is let go, the function's is the caller's to destroy. */
function takeFunction({ python }: Interpreter, module: string, name: string): PyCallable {
  const imported = python.pyimport(module) as PyProxy;
  // An attribute's proxy dies with that of its module; a copy lives on.
  const borrowed: unknown = imported[name];
  const taken: unknown = borrowed instanceof python.ffi.PyProxy ? borrowed.copy() : null;
  imported.destroy();
  if (taken instanceof python.ffi.PyCallable) return taken;
  throw new InternalsError(`The Python package has no function ${module}.${name}.`);
}
