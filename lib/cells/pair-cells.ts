import type { Orm } from '../orm/orm';

/** One row of the comparison: a cell's index on each side, null where that side has none like it. */
export interface CellRow {
  readonly title: string;
  readonly cells: Readonly<Record<Orm, number | null>>;
}

interface Titled {
  readonly title: string;
}

/**
 * Pairs the cells of both sides by title: as many as can be without changing the order of either side.
 * Between two pairs, Django's own cells come first. Cells without a title pair with each other.
 */
export function pairCells(django: readonly Titled[], sqlalchemy: readonly Titled[]): CellRow[] {
  const longest = commonLengths(django, sqlalchemy);
  const rows: CellRow[] = [];
  const push = (title: string, one: number | null, other: number | null): void => {
    rows.push({ title, cells: { django: one, sqlalchemy: other } });
  };
  let one = 0;
  let other = 0;
  while (one < django.length || other < sqlalchemy.length) {
    const left = django[one];
    const right = sqlalchemy[other];
    if (left !== undefined && left.title === right?.title) {
      push(left.title, one, other);
      one += 1;
      other += 1;
    } else if (
      left !== undefined &&
      (right === undefined || lengthAt(longest, one + 1, other) >= lengthAt(longest, one, other + 1))
    ) {
      push(left.title, one, null);
      one += 1;
    } else if (right !== undefined) {
      push(right.title, null, other);
      other += 1;
    }
  }
  return rows;
}

/** For each pair of places, how many pairs the cells from there on can make. */
function commonLengths(django: readonly Titled[], sqlalchemy: readonly Titled[]): readonly Uint16Array[] {
  const rows = Array.from({ length: django.length + 1 }, () => new Uint16Array(sqlalchemy.length + 1));
  for (let one = django.length - 1; one >= 0; one -= 1) {
    const row = rows[one];
    for (let other = sqlalchemy.length - 1; other >= 0; other -= 1) {
      const length =
        django[one]?.title === sqlalchemy[other]?.title
          ? lengthAt(rows, one + 1, other + 1) + 1
          : Math.max(lengthAt(rows, one + 1, other), lengthAt(rows, one, other + 1));
      row?.fill(length, other, other + 1);
    }
  }
  return rows;
}

function lengthAt(rows: readonly Uint16Array[], one: number, other: number): number {
  return rows[one]?.[other] ?? 0;
}
