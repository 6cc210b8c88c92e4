/**
 * Looks for capabilities that a program in the interpreter could still get hold of. Everything that
 * JavaScript lets one reach by properties, prototypes, accessors and collections is walked, from what
 * Python has in its hands. What closures hold cannot be seen from outside, by a program neither.
 *
 * For tests: the worker that is published does not contain it.
 */

/** What an audit found. */
export interface AuditReport {
  /** How many objects were reached. */
  readonly objects: number;
  /** A path to each capability that was reached, such as `pyodide.fetch = fetch`. */
  readonly found: readonly string[];
}

/** The global object's own names that are the language, not the platform. */
const LANGUAGE = new Set(Object.getOwnPropertyNames(globalThis).filter(isLanguage));
const MOST_OBJECTS = 1_000_000;
const PATH_CHARS = 160;

/**
 * Takes down every object of the platform, before the realm is stripped; the result then walks.
 * @returns walks from the named objects, and from the kinds of value that any script can make
 */
export function armAudit(): (
  roots: Readonly<Record<string, unknown>>,
  secrets?: Readonly<Record<string, unknown>>,
) => AuditReport {
  const capabilities = platformObjects();
  return (roots, secrets = {}) => {
    for (const [name, secret] of Object.entries(secrets))
      if (isObject(secret)) capabilities.set(secret, name);
    return walk({ ...roots, ...makeable() }, capabilities);
  };
}

/** Names that ECMAScript defines: they stay in a stripped realm. */
function isLanguage(name: string): boolean {
  const value: unknown = Reflect.get(globalThis, name);
  if (!isObject(value) || value === globalThis) return false;
  const builtin =
    /^(Object|Array|Function|String|Number|Boolean|Symbol|BigInt|Math|JSON|Date|RegExp|Map|Set|Weak\w+|FinalizationRegistry|Promise|Proxy|Reflect|Iterator|\w*Error|ArrayBuffer|SharedArrayBuffer|DataView|\w+Array|Atomics|Intl|Temporal|isNaN|isFinite|parse(Int|Float)|(de|en)codeURI(Component)?|(un)?escape|WebAssembly|DisposableStack|AsyncDisposableStack|Text(De|En)coder|Abort(Signal|Controller)|DOMException|queueMicrotask)$/u;
  return builtin.test(name) && name !== 'Function';
}

function platformObjects(): Map<object, string> {
  const found = new Map<object, string>();
  for (
    let owner: object | null = globalThis;
    owner !== null && owner !== Object.prototype;
    owner = Reflect.getPrototypeOf(owner)
  ) {
    for (const key of Reflect.ownKeys(owner)) {
      if (typeof key === 'string' && LANGUAGE.has(key)) continue;
      for (const value of valuesOf(owner, key)) found.set(value, String(key));
    }
  }
  found.set(globalThis, 'globalThis');
  for (const kind of [() => {}, async () => {}, function* () {}, async function* () {}]) {
    found.set(kind.constructor, `${kind.constructor.name}, which makes code from text`);
  }
  return found;
}

/** One of each kind of value that a script can make without any name. */
function makeable(): Record<string, unknown> {
  return {
    '{}': {},
    '[]': [],
    function: () => {},
    async: async () => {},
    generator: function* () {},
    asyncGenerator: async function* () {},
    error: new Error('x'),
    promise: Promise.resolve(),
    bytes: new Uint8Array(1),
    map: new Map(),
    set: new Set(),
    regexp: /x/u,
    date: new Date(0),
    text: Object('x'),
    number: Object(1),
    symbol: Object(Symbol.iterator),
    bigint: Object(1n),
    iterator: [][Symbol.iterator](),
  };
}

function walk(
  roots: Readonly<Record<string, unknown>>,
  capabilities: ReadonlyMap<object, string>,
): AuditReport {
  const seen = new Set<object>();
  const found: string[] = [];
  const todo: Array<readonly [value: object, path: string]> = [];
  const push = (value: unknown, path: string): void => {
    if (isObject(value)) todo.push([value, path.length > PATH_CHARS ? `…${path.slice(-PATH_CHARS)}` : path]);
  };
  for (const [name, value] of Object.entries(roots)) push(value, name);
  for (let next = todo.pop(); next !== undefined && seen.size < MOST_OBJECTS; next = todo.pop()) {
    const [value, path] = next;
    if (seen.has(value)) continue;
    seen.add(value);
    const capability = capabilities.get(value);
    if (capability !== undefined) {
      found.push(`${path} = ${capability}`);
      continue;
    }
    if (ArrayBuffer.isView(value)) {
      push(value.buffer, `${path}.buffer`);
      push(Reflect.getPrototypeOf(value), `${path}.__proto__`);
      continue;
    }
    for (const key of safeKeys(value))
      for (const part of valuesOf(value, key)) push(part, `${path}.${String(key)}`);
    for (const part of contents(value)) push(part, `${path}[…]`);
    push(safePrototype(value), `${path}.__proto__`);
  }
  return { objects: seen.size, found };
}

/** The objects under a key: its value, or its accessors and what the getter gives. */
function valuesOf(owner: object, key: PropertyKey): object[] {
  try {
    const descriptor = Reflect.getOwnPropertyDescriptor(owner, key);
    if (descriptor === undefined) return [];
    const { value, get, set } = descriptor;
    return [value, get, set, get === undefined ? undefined : got(owner, key)].filter(isObject);
  } catch {
    return [];
  }
}

function got(owner: object, key: PropertyKey): unknown {
  try {
    return Reflect.get(owner, key);
  } catch {
    return undefined;
  }
}

function safeKeys(value: object): PropertyKey[] {
  try {
    return Reflect.ownKeys(value);
  } catch {
    return [];
  }
}

function safePrototype(value: object): object | null {
  try {
    return Reflect.getPrototypeOf(value);
  } catch {
    return null;
  }
}

/** What a collection holds; some objects only inherit from one and hold nothing. */
function contents(value: object): unknown[] {
  try {
    if (value instanceof Map) return [...value].flat();
    return value instanceof Set ? [...value] : [];
  } catch {
    return [];
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
