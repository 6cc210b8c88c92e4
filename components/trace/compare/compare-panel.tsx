'use client';

import Equal from 'lucide-react/icons/equal';
import EqualNot from 'lucide-react/icons/equal-not';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { PlanTree } from '@/components/trace/plan-tree';
import { type PlanOf, usePlan } from '@/components/trace/use-plan';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ORMS, type Orm } from '@/lib/orm/orm';
import { compareCalls } from '@/lib/trace/alignment/compare-calls';
import type { Statement } from '@/lib/trace/schema';
import { isSamePlan } from '@/lib/trace/view/plan-view';
import { Side } from './clause-table';
import { CallName, ComparedCallsView } from './compared-calls';

/** A call with all that it sent. */
interface ComparedCall {
  readonly number: number;
  readonly statements: readonly Statement[];
}

interface ComparePanelProps {
  readonly calls: Readonly<Record<Orm, ComparedCall>>;
  readonly planOf: PlanOf;
  /** Of its heading. */
  readonly level: 3 | 4;
  /** Left out where closing is somebody else's matter. */
  readonly onClose?: () => void;
}

/** Two calls that do the same work: their SQL clause by clause, and how SQLite would carry it out. */
export function ComparePanel({ calls, planOf, level, onClose }: ComparePanelProps) {
  const Heading = `h${level}` as const;
  const compared = compareCalls(calls.django.statements, calls.sqlalchemy.statements);
  const [withPlans, setWithPlans] = useState(false);
  return (
    <section className="compare" aria-label="The two calls, clause by clause">
      <header className="compare-head">
        <Heading>Clause by clause</Heading>
        {ORMS.map((orm) => (
          <CallName key={orm} orm={orm} call={calls[orm].number} />
        ))}
        {onClose !== undefined && (
          <Button look="quiet" size="small" className="button-icon compare-close" onClick={onClose}>
            <Icon of={X} />
            Close
          </Button>
        )}
      </header>
      <ComparedCallsView
        compared={compared}
        more={({ left, right }) =>
          withPlans ? (
            <PlanRow left={left} right={right} planOf={planOf} />
          ) : (
            <tr>
              <th scope="row">Query plan</th>
              <td colSpan={2}>
                <Button size="small" onClick={() => setWithPlans(true)}>
                  Show both plans
                </Button>
              </td>
            </tr>
          )
        }
      />
    </section>
  );
}

interface PlanRowProps {
  readonly left: Statement;
  readonly right: Statement;
  readonly planOf: PlanOf;
}

function PlanRow({ left, right, planOf }: PlanRowProps) {
  const plans = { django: usePlan('django', left, planOf), sqlalchemy: usePlan('sqlalchemy', right, planOf) };
  const { django, sqlalchemy } = plans;
  let says = '';
  if (django?.kind === 'plan' && sqlalchemy?.kind === 'plan')
    says = isSamePlan(django, sqlalchemy) ? 'the same work' : 'other work';
  return (
    <tr className={says === 'other work' ? 'clause-differs' : undefined}>
      <th scope="row">
        Query plan
        {says !== '' && (
          <span className="clause-says">
            <Icon of={says === 'the same work' ? Equal : EqualNot} />
            {says}
          </span>
        )}
      </th>
      {ORMS.map((orm) => {
        const plan = plans[orm];
        return (
          <Side key={orm} orm={orm}>
            {plan === null ? <p className="statement-note">Asking SQLite …</p> : <PlanTree plan={plan} />}
          </Side>
        );
      })}
    </tr>
  );
}
