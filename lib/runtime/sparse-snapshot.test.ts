import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSnapshot, packSnapshot, SnapshotFormatError } from './sparse-snapshot';

const PAGE = 4096;
const HEADER = 16;

/** A snapshot as Pyodide lays it out, of pages that hold one byte each, or nothing. */
function snapshotOf(pages: readonly number[], rest: number): Uint8Array {
  const snapshot = new Uint8Array(HEADER + pages.length * PAGE + rest);
  new DataView(snapshot.buffer).setUint32(4, HEADER, true);
  for (const [index, value] of pages.entries())
    snapshot[HEADER + index * PAGE + ((index * 37) % PAGE)] = value;
  return snapshot;
}

const SNAPSHOTS = fc
  .tuple(fc.array(fc.constantFrom(0, 0, 1, 255), { maxLength: 12 }), fc.constantFrom(0, 4, 5, 100))
  .map(([pages, rest]) => snapshotOf(pages, rest));

describe('a snapshot without its zero pages', () => {
  it('becomes the same memory again, whatever was in the heap before', () => {
    fc.assert(
      fc.property(SNAPSHOTS, fc.integer({ min: 0, max: 255 }), (snapshot, before) => {
        const { header, heapBytes, fill } = openSnapshot(packSnapshot(snapshot));
        expect(header).toEqual(snapshot.subarray(0, HEADER));
        expect(heapBytes).toBe(snapshot.length - HEADER);
        const heap = new Uint8Array(heapBytes).fill(before);
        fill(heap);
        expect(Buffer.compare(heap, snapshot.subarray(HEADER))).toBe(0);
      }),
    );
  });

  it('holds no page that is zero', () => {
    const packed = packSnapshot(snapshotOf([0, 1, 1, 0, 0, 1, 0], 0));
    expect(packed.length).toBeLessThan(3 * PAGE + 100);
  });

  it('is refused when it is cut, or something else', () => {
    const packed = packSnapshot(snapshotOf([1, 0, 1], 0));
    for (const length of [0, 3, 15, 20, packed.length - 1])
      expect(() => openSnapshot(packed.subarray(0, length))).toThrow(SnapshotFormatError);
    expect(() => openSnapshot(snapshotOf([1, 0, 1], 0))).toThrow('does not begin as one');
  });
});
