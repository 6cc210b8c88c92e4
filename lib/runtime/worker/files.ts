import { functionOf, type Internals, InternalsError, objectOf } from './internals';

/**
 * Files lie in JavaScript's memory, outside the interpreter's heap and its cap, so they have a cap of
 * their own: above it a write fails as on a full disk (`OSError: No space left on device`,
 * SQLite: "database or disk is full").
 */

/** `ENOSPC` as WASI numbers it. */
const NO_SPACE = 51;

type Write = (
  this: unknown,
  stream: unknown,
  buffer: unknown,
  offset: number,
  length: number,
  ...rest: unknown[]
) => number;
type Resize = (this: unknown, node: object, bytes: number) => unknown;

/** Lets all files together grow to so many bytes more than they hold now. */
export function capFiles({ module }: Internals, moreBytes: number): void {
  const fs = objectOf(module, 'FS');
  const memory = objectOf(objectOf(fs, 'filesystems'), 'MEMFS');
  const streamOperations = objectOf(objectOf(objectOf(memory, 'ops_table'), 'file'), 'stream');
  const ErrnoError = functionOf<() => object>(fs, 'ErrnoError');
  const most = heldBytes(fs) + moreBytes;

  let held = heldBytes(fs);
  /** Grown since `held` was counted; files that went meanwhile are seen by counting again. */
  let grown = 0;
  const claim = (bytes: number): void => {
    if (bytes <= 0) return;
    if (held + grown + bytes > most) {
      held = heldBytes(fs);
      grown = 0;
      if (held + bytes > most) throw Reflect.construct(ErrnoError, [NO_SPACE]);
    }
    grown += bytes;
  };

  const write = functionOf<Write>(streamOperations, 'write');
  const capped: Write = function (stream, buffer, offset, length, ...rest) {
    claim(length);
    return write.call(this, stream, buffer, offset, length, ...rest);
  };
  replace(streamOperations, 'write', capped);
  for (const name of ['expandFileStorage', 'resizeFileStorage']) {
    const resize = functionOf<Resize>(memory, name);
    const cappedResize: Resize = function (node, bytes) {
      claim(bytes - contentBytes(node));
      return resize.call(this, node, bytes);
    };
    replace(memory, name, cappedResize);
  }
}

function replace(owner: object, name: string, value: unknown): void {
  if (!Reflect.set(owner, name, value))
    throw new InternalsError(`Pyodide's "${name}" cannot be replaced any more.`);
}

/** Bytes of all files that have a name or are open, each once. */
function heldBytes(fs: object): number {
  const todo: unknown[] = [Reflect.get(fs, 'root')];
  for (const stream of Object.values(objectOf(fs, 'streams'))) {
    if (typeof stream === 'object' && stream !== null) todo.push(Reflect.get(stream, 'node'));
  }
  const seen = new Set<object>();
  let bytes = 0;
  for (let node = todo.pop(); todo.length > 0 || node !== undefined; node = todo.pop()) {
    if (typeof node !== 'object' || node === null || seen.has(node)) continue;
    seen.add(node);
    bytes += contentBytes(node);
    const mounted: unknown = Reflect.get(node, 'mounted');
    if (typeof mounted === 'object' && mounted !== null) todo.push(Reflect.get(mounted, 'root'));
    const contents: unknown = Reflect.get(node, 'contents');
    if (typeof contents === 'object' && contents !== null && !ArrayBuffer.isView(contents)) {
      todo.push(...Object.values(contents));
    }
  }
  return bytes;
}

function contentBytes(node: object): number {
  const contents: unknown = Reflect.get(node, 'contents');
  return ArrayBuffer.isView(contents) ? contents.byteLength : 0;
}
