import { assertNever } from '../../util/assert-never';
import type { Plan, PlanStep } from './plan';

/** What of a plan grows with the size of a table, and what does not. */
export interface CostlyWork {
  /** Steps that read a table, or an index, from its one end to the other. */
  readonly scans: readonly PlanStep[];
  /** Steps that gather rows to put them in order. */
  readonly sorts: readonly PlanStep[];
  /** Steps that look rows up by an index that is there. */
  readonly searches: readonly PlanStep[];
  /** Steps for which SQLite makes an index each time the statement runs. */
  readonly automaticIndexes: readonly PlanStep[];
}

/** Finds full scans, temporary sorts and indexes made for one statement, in the order of the plan. */
export function costlyWorkIn(steps: readonly PlanStep[]): CostlyWork {
  const all = flat(steps);
  return {
    // A subquery's rows have to be read all; what made them is a step of its own.
    scans: all.filter(({ what }) => what.kind === 'scan' && what.source.table !== null),
    sorts: all.filter(({ what }) => what.kind === 'temporary-sort'),
    searches: all.filter(({ what }) => what.kind === 'search' && what.by.kind === 'index'),
    automaticIndexes: all.filter(({ what }) => what.kind === 'search' && what.by.kind === 'automatic-index'),
  };
}

/** Says a plan's costly work in sentences: "Reads all of book, 67 rows. Sorts for ORDER BY by itself." */
export function sayCostlyWork(plan: Plan): string {
  switch (plan.kind) {
    case 'no-plan':
    case 'refused':
      return plan.message;
    case 'plan': {
      const { scans, sorts, automaticIndexes } = costlyWorkIn(plan.steps);
      const sentences = [
        ...scans.map(({ what }) => sayScan(what)),
        ...automaticIndexes.map(({ what }) => `Makes an index on ${placeOf(what)} for this statement only.`),
        ...sorts.map(({ what }) =>
          what.kind === 'temporary-sort' ? `Sorts for ${what.purpose} in a temporary b-tree.` : '',
        ),
      ];
      return sentences.length === 0 ? 'No full scan and no temporary sort.' : sentences.join(' ');
    }
    default:
      return assertNever(plan);
  }
}

function flat(steps: readonly PlanStep[]): PlanStep[] {
  return steps.flatMap((step) => [step, ...flat(step.children)]);
}

function sayScan(what: PlanStep['what']): string {
  if (what.kind !== 'scan') return '';
  const { rows } = what.source;
  const count = rows === null ? '' : `, ${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`;
  const through = what.index === null ? '' : ` through index ${what.index.name}`;
  return `Full scan of ${placeOf(what)}${through}${count}.`;
}

function placeOf(what: PlanStep['what']): string {
  return what.kind === 'scan' || what.kind === 'search' ? (what.source.table ?? what.source.name) : '';
}
