/** Pyodide publishes this module without types; they are those of the option that takes it. */
declare module 'pyodide/pyodide.asm.mjs' {
  import type { loadPyodide } from 'pyodide';

  type Options = NonNullable<Parameters<typeof loadPyodide>[0]>;
  export type CreatePyodideModule = NonNullable<Options['createPyodideModule']>;
  export type EngineSettings = Parameters<CreatePyodideModule>[0];

  const createPyodideModule: CreatePyodideModule;
  export default createPyodideModule;
}
