/**
 * A snapshot without the pages of its memory that are zero: a fifth of them. What is not there is neither
 * downloaded, kept, hashed nor copied, and takes no memory in an interpreter, whose fresh heap is zero anyway.
 *
 * All numbers are 32 bits, little-endian: the magic, bytes of Pyodide's own header, bytes of the heap, number of
 * runs, for each run where it begins in the heap and how long it is; then Pyodide's header, then the runs.
 */

const MAGIC = 0x5350_4f31;
const WORD = 4;
const FIXED_WORDS = 4;
const PAGE = 4096;

/** Where Pyodide's own snapshot says how long its header is, in words. */
const HEADER_LENGTH_AT = 1;

interface Run {
  readonly start: number;
  readonly length: number;
}

/** A snapshot that can be put into a heap. */
export interface SparseSnapshot {
  /** Pyodide's own header: a snapshot of no memory at all. */
  readonly header: Uint8Array;
  /** How large the heap must be. */
  readonly heapBytes: number;
  /** Copies the memory into a heap of at least that size, and clears what else is in it. */
  readonly fill: (heap: Uint8Array) => void;
}

/** The bytes are not such a snapshot, or not all of it. */
export class SnapshotFormatError extends Error {
  override readonly name = 'SnapshotFormatError';
}

/**
 * Leaves the zero pages out.
 * @param snapshot as Pyodide makes it: its header, then the whole heap
 */
export function packSnapshot(snapshot: Uint8Array): Uint8Array<ArrayBuffer> {
  const headerBytes = wordsOf(snapshot, 0, HEADER_LENGTH_AT + 1)[HEADER_LENGTH_AT] ?? 0;
  const heap = snapshot.subarray(headerBytes);
  const runs = runsOf(heap);
  const words = [MAGIC, headerBytes, heap.length, runs.length];
  for (const { start, length } of runs) words.push(start, length);
  const before = words.length * WORD;
  const data = runs.reduce((sum, { length }) => sum + length, 0);
  const packed = new Uint8Array(before + headerBytes + data);
  const view = new DataView(packed.buffer);
  for (const [at, word] of words.entries()) view.setUint32(at * WORD, word, true);
  packed.set(snapshot.subarray(0, headerBytes), before);
  let at = before + headerBytes;
  for (const { start, length } of runs) {
    packed.set(heap.subarray(start, start + length), at);
    at += length;
  }
  return packed;
}

/**
 * Reads a packed snapshot; the bytes are looked at again when it is put into a heap.
 * @throws SnapshotFormatError
 */
export function openSnapshot(packed: Uint8Array): SparseSnapshot {
  const [magic = 0, headerBytes = 0, heapBytes = 0, count = 0] = wordsOf(packed, 0, FIXED_WORDS);
  if (magic !== MAGIC) throw new SnapshotFormatError('The snapshot does not begin as one.');
  const before = (FIXED_WORDS + 2 * count) * WORD;
  const words = wordsOf(packed, FIXED_WORDS * WORD, 2 * count);
  const runs = Array.from({ length: count }, (_, index): Run => {
    return { start: words[2 * index] ?? 0, length: words[2 * index + 1] ?? 0 };
  });
  const data = before + headerBytes;
  if (data + runs.reduce((sum, { length }) => sum + length, 0) !== packed.length)
    throw new SnapshotFormatError('The snapshot is not whole.');
  return {
    header: packed.slice(before, data),
    heapBytes,
    fill: (heap) => {
      let from = data;
      let filled = 0;
      for (const { start, length } of runs) {
        clear(heap, filled, start);
        heap.set(packed.subarray(from, from + length), start);
        from += length;
        filled = start + length;
      }
      clear(heap, filled, heapBytes);
    },
  };
}

/** Zeroes what is not zero, and leaves alone what is: a page that was never written takes no memory. */
function clear(heap: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; at += PAGE) {
    const page = heap.subarray(at, Math.min(at + PAGE, to));
    if (!isZero(page)) page.fill(0);
  }
}

function runsOf(heap: Uint8Array): Run[] {
  const runs: Run[] = [];
  let start: number | null = null;
  for (let at = 0; at < heap.length; at += PAGE) {
    const isEmpty = isZero(heap.subarray(at, at + PAGE));
    if (isEmpty && start !== null) {
      runs.push({ start, length: at - start });
      start = null;
    } else if (!isEmpty && start === null) start = at;
  }
  if (start !== null) runs.push({ start, length: heap.length - start });
  return runs;
}

function isZero(bytes: Uint8Array): boolean {
  const isAligned = bytes.byteOffset % WORD === 0 && bytes.length % WORD === 0;
  const looked = isAligned ? new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / WORD) : bytes;
  for (let at = 0; at < looked.length; at += 1) if (looked[at] !== 0) return false;
  return true;
}

/** @throws SnapshotFormatError when there are fewer */
function wordsOf(bytes: Uint8Array, from: number, count: number): number[] {
  if (from + count * WORD > bytes.length) throw new SnapshotFormatError('The snapshot is not whole.');
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return Array.from({ length: count }, (_, index) => view.getUint32(from + index * WORD, true));
}
