import { type Internals, InternalsError, objectOf } from './internals';

/**
 * Takes every capability out of this realm: after it, nothing that a script can reach by a name,
 * a prototype or a constructor touches the network, storage, the page, other workers, or makes code
 * from text. What stays is the language and what the interpreter needs while it runs.
 */

/** Names of the global object that stay as they are: the language itself. */
const LANGUAGE = [
  'Object',
  'Array',
  'Function',
  'String',
  'Number',
  'Boolean',
  'Symbol',
  'BigInt',
  'Math',
  'JSON',
  'Date',
  'RegExp',
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
  'WeakRef',
  'FinalizationRegistry',
  'Promise',
  'Proxy',
  'Reflect',
  'Iterator',
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'EvalError',
  'ReferenceError',
  'URIError',
  'AggregateError',
  'SuppressedError',
  'ArrayBuffer',
  'DataView',
  'Uint8Array',
  'Int8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float16Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
  'Infinity',
  'NaN',
  'undefined',
  'isNaN',
  'isFinite',
  'parseInt',
  'parseFloat',
  'decodeURIComponent',
  'encodeURIComponent',
  'globalThis',
  'WebAssembly',
] as const;

/** Names of the platform that can only compute or wait. */
const HARMLESS = ['TextDecoder', 'TextEncoder', 'AbortSignal', 'AbortController', 'queueMicrotask'] as const;

/** Parts of Pyodide's JavaScript that load, evaluate or keep a capability, and that no run needs. */
const CLOSED_API = ['loadBinaryFile', 'packageManager', 'tests', 'capture_stderr', 'restore_stderr'] as const;
/** File systems that lie outside memory: browser storage and, in Node, the machine's own disk. */
const OUTSIDE_FILESYSTEMS = ['IDBFS', 'NATIVEFS_ASYNC', 'NODEFS', 'WORKERFS', 'PROXYFS'] as const;

/** Strips the realm, and what the interpreter's own JavaScript still holds. For good. */
export function strip({ api, module }: Internals): void {
  for (const name of CLOSED_API) remove(api, name);
  // Python holds the public object; through it, it could read and write the heap from outside.
  for (const name of ['_module', '_api']) remove(objectOf(api, 'public_api'), name);
  Reflect.set(api, 'config', { ...objectOf(api, 'config'), jsglobals: Object.create(null) });
  for (const owner of [module, objectOf(objectOf(module, 'FS'), 'filesystems')]) {
    for (const name of OUTSIDE_FILESYSTEMS) remove(owner, name);
  }
  stripRealm();
  freezeLanguage();
}

/** What the global object is to hold afterwards, by name. */
function remaining(): Map<PropertyKey, unknown> {
  const realm: object = globalThis;
  const kept = new Map<PropertyKey, unknown>();
  for (const name of [...LANGUAGE, ...HARMLESS]) if (name in realm) kept.set(name, Reflect.get(realm, name));
  kept.set('setTimeout', globalThis.setTimeout.bind(globalThis));
  kept.set('clearTimeout', globalThis.clearTimeout.bind(globalThis));
  const now = performance.now.bind(performance);
  kept.set('performance', Object.freeze({ now, timeOrigin: performance.timeOrigin }));
  const getRandomValues = crypto.getRandomValues.bind(crypto);
  kept.set('crypto', Object.freeze({ getRandomValues }));
  kept.set('console', Object.freeze(Object.fromEntries(CONSOLE.map((name) => [name, silent]))));
  kept.set('Function', closedFunction());
  kept.set('eval', closed);
  return kept;
}

const CONSOLE = ['log', 'warn', 'error', 'info', 'debug', 'trace'] as const;

function stripRealm(): void {
  const kept = remaining();
  closeConstructors();
  for (const name of ['compileStreaming', 'instantiateStreaming']) remove(WebAssembly, name);
  for (let owner: object | null = globalThis; isOwn(owner); owner = Reflect.getPrototypeOf(owner)) {
    for (const name of Reflect.ownKeys(owner))
      if (owner !== globalThis || !kept.has(name)) remove(owner, name);
  }
  for (const [name, value] of kept) fix(globalThis, name, value);
}

/** The global object and its prototypes, without the one that all objects share. */
function isOwn(owner: object | null): owner is object {
  return owner !== null && owner !== Object.prototype;
}

/** Functions that make code from text hang on every function's prototype as its `constructor`. */
function closeConstructors(): void {
  const kinds = [() => {}, async () => {}, function* () {}, async function* () {}];
  for (const kind of kinds) {
    const prototype = Reflect.getPrototypeOf(kind);
    if (prototype === null) throw new InternalsError('A function without a prototype.');
    fix(prototype, 'constructor', closed);
  }
}

/** `x instanceof Function` must still work, which asks for the true prototype. */
function closedFunction(): unknown {
  const replacement = () => closed();
  fix(replacement, 'prototype', Function.prototype);
  return replacement;
}

/**
 * Freezes what all objects share. Python can set properties of the JavaScript objects that it finds, and
 * a changed `String.prototype.replace` would be called by this worker's own code as well.
 */
function freezeLanguage(): void {
  const todo: object[] = [...LANGUAGE, ...HARMLESS]
    .map((name) => Reflect.get(globalThis, name))
    .filter(isObject);
  todo.push(...HIDDEN_PROTOTYPES.map((value) => Reflect.getPrototypeOf(value)).filter(isObject));
  const seen = new Set<object>([globalThis]);
  for (let shared = todo.pop(); shared !== undefined; shared = todo.pop()) {
    if (seen.has(shared)) continue;
    seen.add(shared);
    Object.freeze(shared);
    for (const key of Reflect.ownKeys(shared)) {
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(shared, key) ?? {};
      todo.push(...[value, get, set].filter(isObject));
    }
    const prototype = Reflect.getPrototypeOf(shared);
    if (prototype !== null) todo.push(prototype);
  }
}

/** Values whose prototypes no name leads to. */
const HIDDEN_PROTOTYPES: readonly object[] = [
  async () => {},
  function* () {},
  async function* () {},
  (function* () {})(),
  (async function* () {})(),
  [][Symbol.iterator](),
  new Map().entries(),
  new Set().values(),
  ''[Symbol.iterator](),
  ''.matchAll(/x/gu),
];

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function closed(): never {
  throw new TypeError('This worker makes no code from text.');
}

function silent(): void {}

/** Deletes a property, or blanks one that cannot be deleted; constants (numbers, strings) may stay. */
function remove(owner: object, name: PropertyKey): void {
  if (Reflect.deleteProperty(owner, name)) return;
  if (Reflect.defineProperty(owner, name, { value: undefined })) return;
  const left: unknown = Reflect.get(owner, name);
  if (typeof left === 'object' || typeof left === 'function') {
    throw new InternalsError(`The name "${String(name)}" cannot be taken out of this worker.`);
  }
}

/** Sets a property for good, unless it is a constant of the language that is so already. */
function fix(owner: object, name: PropertyKey, value: unknown): void {
  if (Reflect.defineProperty(owner, name, { value, writable: false, configurable: false })) return;
  if (Reflect.get(owner, name) !== value) {
    throw new InternalsError(`The name "${String(name)}" cannot be fixed in this worker.`);
  }
}
