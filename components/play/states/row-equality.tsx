'use client';

import { lazy, Suspense } from 'react';
import { ValueDifference } from '@/components/trace/equality/value-difference';
import { EqualityLine } from '@/components/trace/equality-line';
import { ORMS, type Orm } from '@/lib/orm/orm';
import { useRuns } from '@/lib/stores/use-desk';
import { type CellResult, compareValues, type StoppedAt } from '@/lib/trace/equivalence/compare-values';
import { lonelyRows } from '@/lib/trace/equivalence/lonely-rows';
import { type ComparableSide, databaseAfter } from './database-after';

const DatabaseLine = lazy(async () => ({ default: (await import('./database-line')).DatabaseLine }));

interface RowEqualityProps {
  readonly sides: Readonly<Record<Orm, ComparableSide>>;
  readonly cells: Readonly<Record<Orm, number | null>>;
}

/** Whether both sides of a row came to the same value, and left the same database. */
export function RowEquality({ sides, cells }: RowEqualityProps) {
  const last = useRuns((state) => state.last);
  const django = resultOf(sides.django, cells.django);
  const sqlalchemy = resultOf(sides.sqlalchemy, cells.sqlalchemy);
  const equality = compareValues(django, sqlalchemy, stoppedAt(sides));
  const hasRows = equality.kind === 'different' && equality.unit === 'row';
  const after = {
    django: databaseAfter(sides.django, cells.django, last),
    sqlalchemy: databaseAfter(sides.sqlalchemy, cells.sqlalchemy, last),
  };
  return (
    <>
      <EqualityLine
        equality={equality}
        difference={
          hasRows &&
          django !== null &&
          sqlalchemy !== null && <ValueDifference rows={lonelyRows(django, sqlalchemy)} />
        }
      />
      {after.django !== null && after.sqlalchemy !== null && (
        <Suspense fallback={null}>
          <DatabaseLine after={{ django: after.django, sqlalchemy: after.sqlalchemy }} />
        </Suspense>
      )}
    </>
  );
}

function resultOf({ cells }: ComparableSide, index: number | null): CellResult | null {
  const result = index === null ? null : (cells[index]?.result ?? null);
  return result === null ? null : (result.trace.cells[result.cell] ?? null);
}

/** The lines at which runs stopped that are shown. */
function stoppedAt(sides: Readonly<Record<Orm, ComparableSide>>): StoppedAt {
  const lines = ORMS.flatMap((orm) => {
    const { outcome } = sides[orm];
    if (outcome === null || outcome.kind === 'done') return [];
    return [[orm, outcome.error?.span?.startLine ?? null] as const];
  });
  return Object.fromEntries(lines);
}
