import { addressOf, type Internals, InternalsError } from './internals';

/**
 * CPython finds its built-in modules in a table of names in its own memory. A name that is spoilt
 * there cannot be imported by any Python code, whatever it does to `sys.meta_path` or `_imp`.
 */

/** Modules that lead out of Python: into memory, into JavaScript, into (emulated) sockets. */
const CLOSED_MODULES = ['_ctypes', '_ctypes_test', '_pyodide_core', '_socket', '_xxtestfuzz'] as const;

/** No name starts with this byte, so no name is equal to a spoilt one. */
const SPOILT = 1;
/** An entry is two 32-bit addresses: of the name, and of the function that makes the module. */
const ENTRY_WORDS = 2;
const MOST_ENTRIES = 1_000;

/**
 * Spoils the names of modules that lead out.
 * @returns the names that were found and closed
 * @throws InternalsError when the table is not where it was
 */
export function closeBuiltins({ module, memory }: Internals): string[] {
  const bytes = new Uint8Array(memory.buffer);
  const words = new Uint32Array(memory.buffer);
  const table = words[addressOf(module, '_PyImport_Inittab') >>> 2] ?? 0;
  const gone: string[] = [];
  for (let entry = 0; entry < MOST_ENTRIES; entry += 1) {
    const name = words[(table >>> 2) + entry * ENTRY_WORDS] ?? 0;
    if (name === 0) break;
    const text = textAt(bytes, name);
    if (CLOSED_MODULES.some((closed) => closed === text)) {
      bytes[name] = SPOILT;
      gone.push(text);
    }
  }
  if (!gone.includes('_pyodide_core')) throw new InternalsError("CPython's table of modules was not found.");
  return gone;
}

function textAt(bytes: Uint8Array, address: number): string {
  return String.fromCharCode(...bytes.subarray(address, bytes.indexOf(0, address)));
}
