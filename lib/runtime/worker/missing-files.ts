import { functionOf, objectOf } from './internals';

/**
 * Before each read, SQLite asks twice whether a journal lies beside the database; as a rule none does. Emscripten
 * walks there from the root, part by part, and says "missing" by throwing: four tenths of the time of a program
 * that only queries. Here a file that is missing in a folder which is known is answered for at once; every
 * other question goes to Emscripten.
 */

/** `ENOENT` as the interpreter's system calls give it. */
const NO_ENTRY = -44;
/** Bits of a mode, one of which Emscripten wants to be set where it looks into a folder. */
const SEARCHABLE = 0o111;

type Stat = (path: number, buffer: number) => number;

/** A folder of Emscripten's file system in memory; the root is its own parent. */
interface Folder {
  readonly name: string;
  readonly mode: number;
  readonly parent: Folder;
  readonly contents: Readonly<Record<string, unknown>>;
}

/**
 * Makes the system call `stat` quick for missing files.
 * @param imports the functions that the interpreter's code is instantiated with; the one is replaced
 * @returns to be called with Pyodide's module and its memory once they are there; until then nothing is quicker
 */
export function hurryMissingFiles(
  imports: Record<string, unknown>,
): (module: object, memory: WebAssembly.Memory) => void {
  const ask = functionOf<Stat>(imports, '__syscall_stat64');
  let stat: Stat = ask;
  imports.__syscall_stat64 = (path: number, buffer: number) => stat(path, buffer);
  return (module, memory) => {
    const isMissing = createLookup(objectOf(module, 'FS'));
    const decoder = new TextDecoder();
    stat = (path, buffer) => {
      const heap = new Uint8Array(memory.buffer);
      const start = path >>> 0;
      const text = decoder.decode(heap.subarray(start, heap.indexOf(0, start)));
      return isMissing(text) ? NO_ENTRY : ask(path, buffer);
    };
  };
}

/** Tells of a path whether nothing lies there; false also where that is not known. */
function createLookup(fs: object): (path: string) => boolean {
  const lookupPath = functionOf<(path: string) => { readonly node: unknown }>(fs, 'lookupPath');
  const known = new Map<string, Folder>();

  const find = (path: string): Folder | null => {
    try {
      const { node } = lookupPath.call(fs, path);
      // Reached by another way, as through a link, it may be another one the next time.
      return isFolder(node) && isAt(node, path) ? node : null;
    } catch {
      return null;
    }
  };
  const folderAt = (path: string): Folder | null => {
    const before = known.get(path);
    if (before !== undefined && isAt(before, path)) return before;
    const folder = find(path);
    if (folder === null) known.delete(path);
    else known.set(path, folder);
    return folder;
  };
  return (path) => {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    if (slash <= 0 || name === '' || name === '.' || name === '..') return false;
    const folder = folderAt(path.slice(0, slash));
    return folder !== null && isSearchable(folder) && !Object.hasOwn(folder.contents, name);
  };
}

function isFolder(node: unknown): node is Folder {
  if (typeof node !== 'object' || node === null) return false;
  const contents: unknown = Reflect.get(node, 'contents');
  return typeof contents === 'object' && contents !== null && !ArrayBuffer.isView(contents);
}

/** Whether a path leads to a folder part by part, and not through a link: it may have been moved or replaced. */
function isAt(folder: Folder, path: string): boolean {
  let end = path.length;
  for (let node = folder; node.parent !== node; node = node.parent) {
    const { name, parent } = node;
    const start = end - name.length;
    if (path[start - 1] !== '/' || !path.startsWith(name, start) || parent.contents[name] !== node)
      return false;
    end = start - 1;
  }
  return end === 0;
}

function isSearchable(folder: Folder): boolean {
  for (let node = folder; ; node = node.parent) {
    if ((node.mode & SEARCHABLE) === 0) return false;
    if (node.parent === node) return true;
  }
}
