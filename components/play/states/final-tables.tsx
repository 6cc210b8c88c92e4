'use client';

import { lazy, Suspense } from 'react';
import { ORMS } from '@/lib/orm/orm';
import { useRuns } from '@/lib/stores/use-desk';

const ComparedEnds = lazy(async () => ({ default: (await import('./compared-ends')).ComparedEnds }));

/** Whether the databases that both sides' last runs left agree; nothing before both have run. */
export function FinalTables() {
  const { django, sqlalchemy } = useRuns((state) => state.last);
  const live = useRuns((state) => state.live);
  const looked = useRuns((state) => state.looked);
  if (django === null || sqlalchemy === null || looked !== null) return null;
  if (ORMS.some((orm) => live[orm] !== null)) return null;
  return (
    <Suspense fallback={null}>
      <ComparedEnds django={django} sqlalchemy={sqlalchemy} />
    </Suspense>
  );
}
