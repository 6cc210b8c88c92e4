'use client';

import { useEffect, useState } from 'react';
import type { Orm } from '@/lib/orm/orm';
import type { Statement } from '@/lib/trace/schema';
import type { ShownPlan } from '@/lib/trace/view/plan-view';

/** Asks the database that a statement ran on how it would be carried out; nothing is run. */
export type PlanOf = (orm: Orm, statement: Statement) => Promise<ShownPlan>;

/** Asks for a statement's plan as soon as it is drawn; null until it is there. */
export function usePlan(orm: Orm, statement: Statement, planOf: PlanOf): ShownPlan | null {
  const [plan, setPlan] = useState<ShownPlan | null>(null);
  useEffect(() => {
    let isWanted = true;
    planOf(orm, statement).then(
      (found) => isWanted && setPlan(found),
      (error: unknown) =>
        isWanted &&
        setPlan({ kind: 'refused', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [orm, statement, planOf]);
  return plan;
}
