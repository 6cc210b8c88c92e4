import { pairCells } from '@/lib/cells/pair-cells';
import { ORM_NAMES, type Orm } from '@/lib/orm/orm';
import { compareValues } from '@/lib/trace/equivalence/compare-values';
import type { Equality } from '@/lib/trace/equivalence/equality';
import type { Cell, Outcome } from '@/lib/trace/schema';
import { counted } from '@/lib/trace/view/figures';
import { assertNever } from '@/lib/util/assert-never';
import type { PlaySide } from './use-sides';

type Sides = Readonly<Record<Orm, Pick<PlaySide, 'cells' | 'outcome' | 'view'>>>;

/**
 * What a run came to, in a sentence for who listens: "Django ORM 27, SQLAlchemy 15 statements. Same values in
 * all 5 cells." Empty where it ended with an error, which says itself.
 * @param ran the sides that have a new result; none: it was called off
 */
export function sayEnd(sides: Sides, ran: readonly Orm[]): string {
  if (ran.length === 0) return 'Nothing has run.';
  const ends = ran.map((orm) => ({ orm, outcome: sides[orm].outcome }));
  if (ends.some(({ outcome }) => outcome?.error !== undefined)) return '';
  const early = ends.flatMap(({ orm, outcome }) => {
    const words = outcome === null ? null : earlyEnd(outcome.kind);
    return words === null ? [] : [`${ORM_NAMES[orm]} ${words}.`];
  });
  const counts = ran.map((orm) => {
    const count = sides[orm].view?.counts.statements ?? 0;
    return orm === ran.at(-1)
      ? `${ORM_NAMES[orm]} ${counted(count, 'statement')}`
      : `${ORM_NAMES[orm]} ${count}`;
  });
  return [...early, `${counts.join(', ')}.`, ...(early.length === 0 ? [compared(sides)] : [])]
    .filter((words) => words !== '')
    .join(' ');
}

function earlyEnd(kind: Outcome['kind']): string | null {
  switch (kind) {
    case 'done':
    case 'python-error':
      return null;
    case 'stopped':
      return 'was stopped';
    case 'timed-out':
      return 'reached its time limit';
    case 'out-of-memory':
      return 'used all the memory of one run';
    case 'crashed':
      return 'lost its interpreter';
    default:
      return assertNever(kind);
  }
}

/** Whether the values of the cells that both sides have are the same. */
function compared(sides: Sides): string {
  const rows = pairCells(
    sides.django.cells.map(({ code }) => code),
    sides.sqlalchemy.cells.map(({ code }) => code),
  );
  const verdicts = rows.flatMap(({ cells: { django, sqlalchemy } }) => {
    const pair = [resultOf(sides.django, django), resultOf(sides.sqlalchemy, sqlalchemy)] as const;
    if (pair[0] === null || pair[1] === null) return [];
    const isSame = isSameValue(compareValues(...pair));
    return isSame === null ? [] : [isSame];
  });
  const different = verdicts.filter((isSame) => !isSame).length;
  if (verdicts.length === 0) return '';
  if (different > 0) return `Different values in ${different} of ${counted(verdicts.length, 'cell')}.`;
  return verdicts.length === 1 ? 'Same value.' : `Same values in all ${counted(verdicts.length, 'cell')}.`;
}

function resultOf({ cells }: Pick<PlaySide, 'cells'>, index: number | null): Cell | null {
  const result = index === null ? null : (cells[index]?.result ?? null);
  return result === null ? null : (result.trace.cells[result.cell] ?? null);
}

/** Null where nothing can be said. */
function isSameValue(equality: Equality): boolean | null {
  switch (equality.kind) {
    case 'same':
    case 'other-order':
    case 'other-types':
      return true;
    case 'different':
      return false;
    case 'compared-as-text':
      return equality.isSame;
    case 'nothing':
      return null;
    default:
      return assertNever(equality);
  }
}
