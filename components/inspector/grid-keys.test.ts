import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GridCell, moved } from './grid-keys';

const SIZE = { rows: 100, columns: 4, perPage: 10 };
const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });
const KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'];

describe('moved', () => {
  it.each([
    [press('ArrowDown'), { row: 51, column: 2 }],
    [press('ArrowLeft'), { row: 50, column: 1 }],
    [press('PageUp'), { row: 40, column: 2 }],
    [press('Home'), { row: 50, column: 0 }],
    [press('End', { metaKey: true }), { row: 99, column: 3 }],
    [press('Home', { ctrlKey: true }), { row: 0, column: 0 }],
    [press('a'), null],
    [press('ArrowDown', { ctrlKey: true }), null],
  ])('with %j goes to %j', (event, cell) => {
    expect(moved({ row: 50, column: 2 }, event, SIZE)).toEqual(cell);
  });

  it('never leaves the grid, and goes nowhere in an empty one', () => {
    const size = fc.record({ rows: fc.nat(5), columns: fc.nat(3), perPage: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(size, fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.boolean())), (grid, keys) => {
        let at: GridCell = { row: 0, column: 0 };
        for (const [key, isFar] of keys) {
          const to = moved(at, press(key, { ctrlKey: isFar }), grid);
          if (grid.rows * grid.columns === 0) expect(to).toBeNull();
          at = to ?? at;
          expect(at.row).toBeGreaterThanOrEqual(0);
          expect(at.column).toBeGreaterThanOrEqual(0);
          expect(at.row).toBeLessThan(Math.max(1, grid.rows));
          expect(at.column).toBeLessThan(Math.max(1, grid.columns));
        }
      }),
    );
  });
});
