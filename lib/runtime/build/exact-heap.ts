import createPyodideModule, { type CreatePyodideModule, type EngineSettings } from 'pyodide/pyodide.asm.mjs';
import { z } from 'zod';
import { BuildError } from './build-error';

/** Heap is added in steps of this many bytes: fine enough to waste little, coarse enough to be rare. */
const STEP = 1024 * 1024;
const PAGE = 65_536;

type Instantiate = NonNullable<EngineSettings['instantiateWasm']>;

/** Emscripten's function that makes the heap span so many bytes; answers whether it does. */
const ResizeSchema = z.custom<(bytes: number) => number | boolean>((value) => typeof value === 'function');
const ImportsSchema = z.looseObject({ emscripten_resize_heap: ResizeSchema });

/**
 * Creates the interpreter so that its heap grows by what is asked for. Emscripten adds a fifth each
 * time to grow less often; in a snapshot that fifth is paid for by every interpreter that starts from it.
 */
export const withExactHeap: CreatePyodideModule = (settings) => {
  const { instantiateWasm } = settings;
  if (instantiateWasm === undefined)
    throw new BuildError(
      'Pyodide no longer says how it instantiates its code. See lib/runtime/build/exact-heap.ts.',
    );
  return createPyodideModule({ ...settings, instantiateWasm: exactly(instantiateWasm) });
};

function exactly(instantiate: Instantiate): Instantiate {
  return (imports, done) => {
    const resize = ImportsSchema.parse(imports.env).emscripten_resize_heap;
    let wanted = 0;
    imports.env.emscripten_resize_heap = (bytes: number) => {
      wanted = Math.ceil((bytes >>> 0) / STEP) * STEP;
      return resize(bytes);
    };
    return instantiate(imports, (instance, module) => {
      const { memory } = instance.exports;
      if (!(memory instanceof WebAssembly.Memory)) throw new BuildError("Pyodide's code exports no memory.");
      const grow = memory.grow.bind(memory);
      memory.grow = () => grow(Math.ceil((wanted - memory.buffer.byteLength) / PAGE));
      done(instance, module);
    });
  };
}
