'use client';

import { Button } from '@/components/ui/button';
import type { Orm } from '@/lib/orm/orm';
import type { Statement } from '@/lib/trace/schema';
import { Fold } from './fold';
import { PlanTree } from './plan-tree';
import { type PlanOf, usePlan } from './use-plan';

interface StatementPlanProps {
  readonly orm: Orm;
  readonly statement: Statement;
  readonly planOf: PlanOf;
  /** Leads to where more can be asked of a plan, as how it would be with an index. */
  readonly onMore: () => void;
}

/** An action of a card: how SQLite would carry the statement out, asked when it is opened. */
export function StatementPlan(props: StatementPlanProps) {
  if (!hasPlan(props.statement)) return null;
  return (
    <Fold className="statement-fold" dataKey="plan" isStatic={false} summary="Plan">
      <Plan {...props} />
    </Fold>
  );
}

function Plan({ orm, statement, planOf, onMore }: StatementPlanProps) {
  const plan = usePlan(orm, statement, planOf);
  return (
    <div className="statement-plan">
      {plan === null ? <p className="statement-note">Asking SQLite …</p> : <PlanTree plan={plan} />}
      {plan?.kind === 'plan' && (
        <Button size="small" onClick={onMore}>
          Try an index
        </Button>
      )}
    </div>
  );
}

function hasPlan({ kind }: Statement): boolean {
  return kind === 'select' || kind === 'insert' || kind === 'update' || kind === 'delete';
}
