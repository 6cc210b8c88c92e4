'use client';

import { usePreferences } from '@/lib/stores/use-preferences';
import type { Manner } from '@/lib/trace/findings/fixes';
import type { FixableSide } from './fixable-side';
import { findingsAt, rowManner } from './offers';

/** How the fixes of a row load relations, on both sides. */
export function useRowManner(
  side: FixableSide,
  index: number | null,
  other: FixableSide,
  otherIndex: number | null,
): Manner | null {
  const preferred = usePreferences((state) => state.manner);
  const at = (of: FixableSide, cell: number | null) => (cell === null ? [] : findingsAt(of, cell));
  const own = at(side, index);
  const others = at(other, otherIndex);
  const findings =
    side.orm === 'django' ? { django: own, sqlalchemy: others } : { django: others, sqlalchemy: own };
  return rowManner(findings, preferred).manner;
}
