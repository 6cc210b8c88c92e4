import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAP_HEIGHT, type MapPaths, mapPaths } from './map-paths';

const READ = { tall: false, hollow: false };
const WRITE = { tall: true, hollow: false };
const REPEAT = { tall: false, hollow: true };

/** Columns of a path, by where they begin and how high they are. */
function columnsOf(path: string): [number, number][] {
  return [...path.matchAll(/M([\d.]+) 17v-([\d.]+)/g)].map(([, at, height]) => [Number(at), Number(height)]);
}

describe('a map of statements', () => {
  it('has low columns for reads, high ones for writes, and tells repeats and what is left out', () => {
    const paths = mapPaths([READ, WRITE, REPEAT, READ], 4, (place) => place !== 3);
    expect(columnsOf(paths.solid)).toEqual([
      [0, 10],
      [1, 16],
    ]);
    expect(columnsOf(paths.hollow)).toEqual([[2, 10]]);
    expect(columnsOf(paths.left)).toEqual([[3, 2]]);
  });

  it('puts several into a column, whose height and look are between theirs', () => {
    const paths = mapPaths([READ, WRITE, REPEAT, READ], 2, () => true);
    expect(columnsOf(paths.solid)).toEqual([[0, 13]]);
    expect(columnsOf(paths.half)).toEqual([[1, 10]]);
  });

  it('has a column for each pixel at most, and none outside', () => {
    const tick = fc.record({ tall: fc.boolean(), hollow: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(tick, { minLength: 1, maxLength: 400 }),
        fc.integer({ min: 1, max: 300 }),
        (ticks, width) => {
          const paths: MapPaths = mapPaths(ticks, width, () => true);
          const columns = Object.values(paths).flatMap(columnsOf);
          expect(columns).toHaveLength(Math.min(ticks.length, width));
          expect(columns.every(([at, height]) => at >= 0 && at < width && height <= MAP_HEIGHT)).toBe(true);
        },
      ),
    );
  });
});
