import { functionOf, InternalsError } from './internals';

const PAGE_BYTES = 65_536;

/** The interpreter's heap and how large it may become. */
export interface Heap {
  readonly memory: WebAssembly.Memory;
  /** Sets the greatest size, in bytes; above it Python gets a MemoryError. */
  readonly cap: (bytes: number) => void;
}

/**
 * Takes the heap's growth into its own hands before the interpreter's code is instantiated.
 * Emscripten asks `emscripten_resize_heap` and grows by a fifth more than what was asked for; the
 * answer is no above the cap, and the fifth ends at it.
 *
 * @param imports the functions that the code is instantiated with; the one that grows is replaced
 */
export function holdHeap(imports: Record<string, unknown>): {
  instantiated: (instance: WebAssembly.Instance) => Heap;
} {
  const resize = functionOf<(bytes: number) => number>(imports, 'emscripten_resize_heap');
  let most = Number.POSITIVE_INFINITY;
  imports.emscripten_resize_heap = (bytes: number) => (bytes >>> 0 > most ? 0 : resize(bytes));
  return {
    instantiated: ({ exports }) => {
      const { memory } = exports;
      if (!(memory instanceof WebAssembly.Memory))
        throw new InternalsError("Pyodide's code exports no memory.");
      const grow = memory.grow.bind(memory);
      memory.grow = (pages) => {
        const room = Math.max(0, Math.floor((most - memory.buffer.byteLength) / PAGE_BYTES));
        return grow(Math.min(pages, room));
      };
      return {
        memory,
        cap: (bytes) => {
          most = bytes;
        },
      };
    },
  };
}
