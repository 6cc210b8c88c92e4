'use client';

import { lazy, Suspense } from 'react';
import { ORMS, type Orm } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';
import { useSelection } from '@/lib/stores/use-desk';
import type { Statement } from '@/lib/trace/schema';
import { counterpartsOf } from '@/lib/trace/view/counterparts';
import { viewOf } from '@/lib/trace/view/read-once';
import type { CellView } from '@/lib/trace/view/side-view';
import { usePlanOf } from './use-plan-action';
import type { PlaySide } from './use-sides';

const ComparePanel = lazy(async () => ({
  default: (await import('@/components/trace/compare/compare-panel')).ComparePanel,
}));

interface PinnedComparisonProps {
  readonly sides: Readonly<Record<Orm, PlaySide>>;
  /** Which cell of each side stands in the row. */
  readonly cells: Readonly<Record<Orm, number | null>>;
}

/** Under a row in which a call is pinned: how it and the call that does its work on the other side compare. */
export function PinnedComparison({ sides, cells }: PinnedComparisonProps) {
  const desk = useDesk();
  const pinned = useSelection((state) => state.pinned);
  const plan = usePlanOf();
  if (pinned === null || pinned.call === null || cells[pinned.orm] !== pinned.cell) return null;
  const [django, sqlalchemy] = ORMS.map((orm) => viewAt(sides[orm], cells[orm]));
  if (!django || !sqlalchemy) return null;
  const views = { django, sqlalchemy };
  const other = pinned.orm === 'django' ? 'sqlalchemy' : 'django';
  const counterpart = counterpartsOf(views[pinned.orm], views[other]).get(pinned.call);
  if (counterpart === undefined) return null;
  const callOf = (orm: Orm) => {
    const number = orm === pinned.orm ? (pinned.call ?? 0) : counterpart;
    return { number, statements: sentBy(views[orm], number) };
  };
  return (
    <Suspense>
      <ComparePanel
        calls={{ django: callOf('django'), sqlalchemy: callOf('sqlalchemy') }}
        planOf={plan}
        onClose={() => desk.selection.getState().unpin()}
      />
    </Suspense>
  );
}

function viewAt(side: PlaySide, index: number | null): CellView | null {
  const result = index === null ? null : (side.cells[index]?.result ?? null);
  return result === null ? null : (viewOf(side.orm, result.trace).cells[result.cell] ?? null);
}

function sentBy({ items }: CellView, call: number): readonly Statement[] {
  return items.flatMap((item) => (item.call === call ? item.statements : []));
}
