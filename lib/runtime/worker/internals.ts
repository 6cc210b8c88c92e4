/** Pyodide no longer has a part that this worker reaches into; an update of it must be looked at. */
export class InternalsError extends Error {
  override readonly name = 'InternalsError';
}

/** The parts of Pyodide's own module that are reached into here; nothing else of it is used. */
export interface Internals {
  /** Every export of the interpreter's code, and its helpers, by name. */
  readonly module: object;
  /** What Pyodide's JavaScript keeps for itself. */
  readonly api: object;
  readonly memory: WebAssembly.Memory;
}

type Callable = (...values: never[]) => unknown;

/**
 * A function of Pyodide's by its name.
 * @throws InternalsError when there is none
 */
export function functionOf<T extends Callable>(owner: object, name: string): T {
  const value: unknown = Reflect.get(owner, name);
  if (!isFunction<T>(value)) throw new InternalsError(`Pyodide has no function "${name}" any more.`);
  return value;
}

/**
 * An address that Pyodide gives by name.
 * @throws InternalsError when there is none
 */
export function addressOf(owner: object, name: string): number {
  const value: unknown = Reflect.get(owner, name);
  if (typeof value !== 'number' || value === 0) {
    throw new InternalsError(`Pyodide has no address "${name}" any more.`);
  }
  return value;
}

/**
 * An object that Pyodide holds under a name.
 * @throws InternalsError when there is none
 */
export function objectOf(owner: object, name: string): object {
  const value: unknown = Reflect.get(owner, name);
  if (typeof value !== 'object' || value === null) {
    throw new InternalsError(`Pyodide has no object "${name}" any more.`);
  }
  return value;
}

/** The caller names the signature: nothing at run time tells one function from another. */
function isFunction<T extends Callable>(value: unknown): value is T {
  return typeof value === 'function';
}
