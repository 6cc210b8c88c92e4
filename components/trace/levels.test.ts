import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsOf } from './levels';

/** Where rows stand once they are moved. */
function placed(rows: readonly { readonly top: number }[], moved: readonly number[]): number[] {
  let sum = 0;
  return rows.map(({ top }, index) => {
    sum += moved[index] ?? 0;
    return top + sum;
  });
}

describe('levels', () => {
  it('move down whichever is higher', () => {
    const rows = [{ top: 0 }, { top: 20 }, { top: 40 }];
    const cards = [
      { top: 0, row: 1 },
      { top: 100, row: null },
      { top: 150, row: 2 },
    ];
    const moved = levelsOf(rows, cards);
    expect(placed(cards, moved.cards)).toEqual([20, 120, 170]);
    expect(placed(rows, moved.rows)).toEqual([0, 20, 170]);
  });

  it('leave a card where it is whose call stands above one before it', () => {
    const rows = [{ top: 0 }, { top: 20 }];
    const cards = [
      { top: 0, row: 1 },
      { top: 100, row: 0 },
    ];
    expect(placed(cards, levelsOf(rows, cards).cards)).toEqual([20, 120]);
  });

  it('keep everything in order, and put each call in order level with its card', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        heights,
        heights,
        fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 12 }),
        (lines, sizes, calls) => {
          const tops = (list: number[]): number[] =>
            list.map((_, index) => list.slice(0, index).reduce((sum, each) => sum + each, 0));
          const rows = tops(lines).map((top) => ({ top }));
          const cards = tops(sizes).map((top, index) => ({ top, row: calls[index] ?? null }));
          const moved = levelsOf(rows, cards);
          expect([...moved.rows, ...moved.cards].every((by) => by >= 0)).toBe(true);
          const [at, cardsAt] = [placed(rows, moved.rows), placed(cards, moved.cards)];
          let last = -1;
          for (const [index, { row }] of cards.entries()) {
            if (row === null || row <= last || row >= rows.length) continue;
            last = row;
            expect(cardsAt[index]).toBe(at[row]);
          }
        },
      ),
    );
  });
});
