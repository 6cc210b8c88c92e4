'use client';

import { useFixes } from '@/lib/stores/use-desk';
import { usePreferences } from '@/lib/stores/use-preferences';
import type { FixableSide } from './fixable-side';
import { findingsAt, type RowManner, recordsAt, rowManner } from './offers';

/** One cell of a row; null where a side has none. */
interface RowCell {
  readonly side: FixableSide;
  readonly index: number | null;
}

/** How the fixes of a row load relations, on both sides. */
export function useRowManner(cells: readonly RowCell[]): RowManner {
  const preferred = usePreferences((state) => state.manner);
  const all = useFixes((state) => state.records);
  const there = cells.flatMap(({ side, index }) => (index === null ? [] : [{ side, index }]));
  return rowManner(
    there.flatMap(({ side, index }) => findingsAt(side, index)),
    there.flatMap(({ side, index }) => recordsAt(all, side, index)),
    preferred,
  );
}
