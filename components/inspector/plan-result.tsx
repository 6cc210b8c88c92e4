'use client';

import { PlanTree } from '@/components/trace/plan-tree';
import { type OpenImage, type Plan, type PlanWithIndex, sayCostlyWork } from '@/lib/inspect';
import { useAnswer } from './use-answer';

interface PlanResultProps {
  readonly image: OpenImage;
  readonly sql: string;
  /** A CREATE INDEX; blank when none is tried. */
  readonly indexSql: string;
  /** Whose database it is. */
  readonly name: string;
}

/** The plan of a statement in one database, and beside it the one with another index. */
export function PlanResult({ image, sql, indexSql, name }: PlanResultProps) {
  const isTried = indexSql.trim() !== '';
  const answer = useAnswer<Plan | PlanWithIndex>(
    [image, sql, indexSql],
    sql.trim() === '' ? null : () => (isTried ? image.explainWith(indexSql, sql) : image.explain(sql)),
  );
  if (sql.trim() === '')
    return (
      <p className="inspector-note">
        Choose a statement that was sent, or write one. Full scans and temporary sorts are named here.
      </p>
    );
  if (answer === null) return <p className="inspector-note">Asking SQLite …</p>;
  if (answer.kind === 'failed') return <p role="alert">{answer.message}</p>;
  const { value } = answer;
  if ('kind' in value) return <OnePlan title="As it is" label={`Plan, ${name}`} plan={value} />;
  return (
    <div className="plan-pair">
      <OnePlan title="As it is" label={`Plan, ${name}`} plan={value.before} />
      <OnePlan
        title={`With the index${verdictOf(value)}`}
        label={`Plan with the index, ${name}`}
        plan={value.after}
      />
    </div>
  );
}

function verdictOf({ before, after, changed }: PlanWithIndex): string {
  if (after.kind === 'refused' || before.kind !== 'plan') return '';
  return changed ? ', which SQLite would use' : ', which SQLite would not use';
}

interface OnePlanProps {
  readonly title: string;
  readonly label: string;
  readonly plan: Plan;
}

function OnePlan({ title, label, plan }: OnePlanProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it with the arrow keys
    <section className="plan-one" aria-label={label} tabIndex={0}>
      <h4>{title}</h4>
      <p role="status">
        <b>{sayCostlyWork(plan)}</b>
      </p>
      {plan.kind === 'plan' && <PlanTree plan={plan} />}
    </section>
  );
}
