'use client';

import { type ReactNode, useCallback } from 'react';
import { StatementPlan } from '@/components/trace/statement-plan';
import type { PlanOf } from '@/components/trace/use-plan';
import type { Orm } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';
import { pageInspectorView } from '@/lib/stores/page-stores';
import { useRuns } from '@/lib/stores/use-desk';
import type { Statement } from '@/lib/trace/schema';
import { runnableSql } from '@/lib/trace/view/placeholders';
import { planOf } from './plan-of';

/** Asks for plans on the databases of the desk. */
export function usePlanOf(): PlanOf {
  const desk = useDesk();
  return useCallback((orm, statement) => planOf(desk, orm, statement), [desk]);
}

/** What a card of the desk can do beside showing itself: tell how SQLite would carry its statement out. */
export function usePlanAction(orm: Orm): (statement: Statement) => ReactNode {
  const plan = usePlanOf();
  const hasRun = useRuns((state) => state.last[orm] !== null);
  return useCallback(
    (statement) => (
      <StatementPlan
        orm={orm}
        statement={statement}
        planOf={plan}
        onMore={() =>
          pageInspectorView
            .getState()
            .open({ tab: 'plan', source: hasRun ? orm : 'start', statement: runnableSql(statement).sql })
        }
      />
    ),
    [plan, orm, hasRun],
  );
}
