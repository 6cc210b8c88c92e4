'use client';

import Equal from 'lucide-react/icons/equal';
import EqualNot from 'lucide-react/icons/equal-not';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { ormClass, threadClass } from '@/components/trace/names';
import { PlanTree } from '@/components/trace/plan-tree';
import { type PlanOf, usePlan } from '@/components/trace/use-plan';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import { type ComparedTexts, compareCalls } from '@/lib/trace/alignment/compare-calls';
import { sayAlignment } from '@/lib/trace/alignment/say-alignment';
import type { Statement } from '@/lib/trace/schema';
import { counted, whole } from '@/lib/trace/view/figures';
import { isSamePlan } from '@/lib/trace/view/plan-view';
import { ClauseTable, Side } from './clause-table';

/** A call with all that it sent. */
export interface ComparedCall {
  readonly number: number;
  readonly statements: readonly Statement[];
}

interface ComparePanelProps {
  readonly calls: Readonly<Record<Orm, ComparedCall>>;
  readonly planOf: PlanOf;
  /** Left out where closing is somebody else's matter. */
  readonly onClose?: () => void;
}

/** Texts that are compared in full; two calls seldom send more than one or two. */
const MOST_PAIRS = 5;

/** Two calls that do the same work: their SQL clause by clause, and how SQLite would carry it out. */
export function ComparePanel({ calls, planOf, onClose }: ComparePanelProps) {
  const { pairs, alone } = compareCalls(calls.django.statements, calls.sqlalchemy.statements);
  const [withPlans, setWithPlans] = useState(false);
  return (
    <section className="compare" aria-label="The two calls, clause by clause">
      <header className="compare-head">
        <h4>Clause by clause</h4>
        {ORMS.map((orm) => (
          <CallName key={orm} orm={orm} call={calls[orm]} />
        ))}
        {onClose !== undefined && (
          <Button look="quiet" size="small" className="button-icon compare-close" onClick={onClose}>
            <Icon of={X} />
            Close
          </Button>
        )}
      </header>
      {pairs.slice(0, MOST_PAIRS).map((pair, index) => (
        <Pair
          key={`${pair.left.id} ${pair.right.id}`}
          pair={pair}
          name={pairs.length === 1 ? null : `Statement ${index + 1} of ${pairs.length}`}
          planOf={planOf}
          withPlans={withPlans}
          onPlans={() => setWithPlans(true)}
        />
      ))}
      {pairs.length > MOST_PAIRS && (
        <p className="compare-note">{counted(pairs.length - MOST_PAIRS, 'more pair')} of statements.</p>
      )}
      {ORMS.map((orm) => (
        <Alone key={orm} orm={orm} statements={orm === 'django' ? alone.left : alone.right} />
      ))}
    </section>
  );
}

function CallName({ orm, call }: { readonly orm: Orm; readonly call: ComparedCall }) {
  return (
    <span className={`${ormClass(orm)} ${threadClass(call.number)} compare-call`}>
      <span className="chip">
        <span className="sr-only">call </span>
        {call.number}
      </span>
      <span className="orm-name">{ORM_NAMES[orm]}</span>
    </span>
  );
}

interface PairProps {
  readonly pair: ComparedTexts;
  /** Null for the only pair. */
  readonly name: string | null;
  readonly planOf: PlanOf;
  readonly withPlans: boolean;
  readonly onPlans: () => void;
}

function Pair({ pair, name, planOf, withPlans, onPlans }: PairProps) {
  const { left, right, times, alignment } = pair;
  const sent =
    times.left === 1 && times.right === 1
      ? 'Sent once on each side.'
      : `Sent ${whole(times.left)} and ${counted(times.right, 'time')}.`;
  return (
    <>
      <p className="compare-says">
        {name !== null && <b>{name}. </b>}
        <b>{sayAlignment(alignment)}.</b> {sent}
      </p>
      <ClauseTable pair={pair} label={name ?? 'Clause by clause'}>
        {withPlans ? (
          <PlanRow key={`${left.id} ${right.id}`} left={left} right={right} planOf={planOf} />
        ) : (
          <tr>
            <th scope="row">Query plan</th>
            <td colSpan={2}>
              <Button size="small" onClick={onPlans}>
                Show both plans
              </Button>
            </td>
          </tr>
        )}
      </ClauseTable>
    </>
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

function Alone({ orm, statements }: { readonly orm: Orm; readonly statements: readonly Statement[] }) {
  if (statements.length === 0) return null;
  const [first] = statements;
  const other = ORM_NAMES[orm === 'django' ? 'sqlalchemy' : 'django'];
  return (
    <p className="compare-note">
      {ORM_NAMES[orm]} also sent {counted(statements.length, 'statement')} for which {other}’s call has none
      {first !== undefined && (
        <>
          : <code>{first.sql.slice(0, LONGEST_ALONE)}</code>
          {(first.sql.length > LONGEST_ALONE || statements.length > 1) && ' …'}
        </>
      )}
    </p>
  );
}

const LONGEST_ALONE = 200;
