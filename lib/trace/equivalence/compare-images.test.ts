import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareImages } from './compare-images';
import type { ImageRow, ImageTable, TableVerdict } from './image';

function table(rows: readonly ImageRow[], more: Partial<ImageTable> = {}): ImageTable {
  return { name: 'book', columns: ['id', 'title', 'price'], primaryKey: ['id'], rows, ...more };
}

function verdict(django: ImageTable, sqlalchemy: ImageTable): TableVerdict | undefined {
  return compareImages([django], [sqlalchemy])[0]?.verdict;
}

const rows = fc.uniqueArray(
  fc.tuple(fc.bigInt({ min: 0n, max: 30n }), fc.string(), fc.double({ noNaN: true })),
  {
    selector: ([id]) => id,
  },
);

describe('compareImages', () => {
  it('finds a table the same as itself, and in another order when its rows are turned', () => {
    fc.assert(
      fc.property(rows, (each) => {
        expect(verdict(table(each), table(each))).toEqual({ kind: 'same', rows: each.length, otherForm: 0 });
        const turned = verdict(table(each), table(each.toReversed()));
        expect(turned?.kind).toBe(each.length < 2 ? 'same' : 'other-order');
      }),
    );
  });

  it('finds what one side has more, and what it has changed, by the key', () => {
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const found = verdict(table(one), table(other));
        const isShared = ([id]: ImageRow, list: readonly ImageRow[]): boolean =>
          list.some(([each]) => each === id);
        const changed = one.filter((row) =>
          other.some(
            (each) => each[0] === row[0] && (each[1] !== row[1] || !(Number(each[2]) === Number(row[2]))),
          ),
        );
        const only = [one.filter((row) => !isShared(row, other)), other.filter((row) => !isShared(row, one))];
        if (found?.kind === 'different') {
          expect([found.onlyRows.django, found.onlyRows.sqlalchemy]).toEqual(only);
          expect(found.changed.map(({ key }) => key[0])).toEqual(changed.map(([id]) => id));
        } else {
          expect([only, changed]).toEqual([[[], []], []]);
        }
      }),
    );
  });

  it('names the changed cells', () => {
    expect(verdict(table([[1n, 'Emma', 5]]), table([[1n, 'Emma', 6]]))).toEqual({
      kind: 'different',
      onlyColumns: { django: [], sqlalchemy: [] },
      columns: ['id', 'title', 'price'],
      onlyRows: { django: [], sqlalchemy: [] },
      changed: [{ key: [1n], cells: [{ column: 'price', django: 5, sqlalchemy: 6 }] }],
      counts: { django: 0, sqlalchemy: 0, changed: 1 },
    });
  });

  it('takes values in another form for equal, and counts them', () => {
    const django: ImageRow = [true, '2026-01-05 07:30:00', 5n];
    const sqlalchemy: ImageRow = [1n, '2026-01-05T07:30:00.000000', 5];
    expect(verdict(table([django]), table([sqlalchemy]))).toEqual({ kind: 'same', rows: 1, otherForm: 3 });
    expect(verdict(table([[1n, '5', 5n]]), table([[1n, 5n, 5n]]))?.kind).toBe('different');
    expect(verdict(table([[1n, '007', 5n]]), table([[1n, '7', 5n]]))?.kind).toBe('different');
    const bytes = (value: number): ImageRow => [1n, new Uint8Array([value]), 5n];
    expect(verdict(table([bytes(1)]), table([bytes(1)]))?.kind).toBe('same');
    expect(verdict(table([bytes(1)]), table([bytes(2)]))?.kind).toBe('different');
  });

  it('knows rows without a key by all that is in them, equal ones as often as they are there', () => {
    const none = { primaryKey: [] };
    expect(
      verdict(
        table(
          [
            [1n, 'a', 1],
            [1n, 'a', 1],
          ],
          none,
        ),
        table(
          [
            [1n, 'a', 1],
            [1n, 'b', 1],
          ],
          none,
        ),
      ),
    ).toMatchObject({
      kind: 'different',
      onlyRows: { django: [[1n, 'a', 1]], sqlalchemy: [[1n, 'b', 1]] },
      changed: [],
    });
  });

  it('compares the columns that both have, and names the others; their order does not matter', () => {
    const other = table([['Emma', 1n, 'x']], { columns: ['Title', 'id', 'isbn'] });
    expect(verdict(table([[1n, 'Emma', 5]]), other)).toMatchObject({
      kind: 'different',
      columns: ['id', 'title'],
      onlyColumns: { django: ['price'], sqlalchemy: ['isbn'] },
      onlyRows: { django: [], sqlalchemy: [] },
      changed: [],
    });
  });

  it('names tables that one side has alone', () => {
    const compared = compareImages([table([[1n, 'a', 1]], { name: 'shelf' })], [table([])]);
    expect(compared).toEqual([
      {
        table: 'shelf',
        rows: { django: 1, sqlalchemy: null },
        verdict: { kind: 'only-in', orm: 'django', rows: 1 },
      },
      {
        table: 'book',
        rows: { django: null, sqlalchemy: 0 },
        verdict: { kind: 'only-in', orm: 'sqlalchemy', rows: 0 },
      },
    ]);
  });

  it('knows the name that Django makes for a table, unless there are two of it', () => {
    const named = (name: string) => table([[1n, 'a', 1]], { name });
    const same = { kind: 'same', rows: 1, otherForm: 0 };
    const both = { django: 1, sqlalchemy: 1 };
    expect(compareImages([named('app_Book')], [named('BOOK')])).toEqual([
      { table: 'app_Book', otherName: 'BOOK', rows: both, verdict: same },
    ]);
    expect(compareImages([named('app_book'), named('book')], [named('book')])).toEqual([
      {
        table: 'app_book',
        rows: { ...both, sqlalchemy: null },
        verdict: { kind: 'only-in', orm: 'django', rows: 1 },
      },
      { table: 'book', rows: both, verdict: same },
    ]);
    expect(compareImages([named('app_book')], [named('book'), named('app_book')])).toEqual([
      { table: 'app_book', rows: both, verdict: same },
      {
        table: 'book',
        rows: { ...both, django: null },
        verdict: { kind: 'only-in', orm: 'sqlalchemy', rows: 1 },
      },
    ]);
  });

  it('gives as many rows of a difference as are wanted, and counts all', () => {
    const rows = [1n, 2n, 3n].map((id): ImageRow => [id, 'a', 1]);
    const [compared] = compareImages([table(rows)], [table([])], 2);
    expect(compared?.verdict).toMatchObject({
      onlyRows: { django: rows.slice(0, 2), sqlalchemy: [] },
      counts: { django: 3, sqlalchemy: 0, changed: 0 },
    });
  });
});
