'use client';

import { lazy, type ReactNode, Suspense } from 'react';
import { useIsNarrow } from '@/components/ui/use-is-narrow';
import { ORM_NAMES, type Orm } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';
import { useSelection } from '@/lib/stores/use-desk';
import type { Statement } from '@/lib/trace/schema';
import { counterpartsOf } from '@/lib/trace/view/counterparts';
import { pythonTimesOf } from '@/lib/trace/view/python-times';
import { viewOf } from '@/lib/trace/view/read-once';
import type { CellView } from '@/lib/trace/view/side-view';
import { usePlanAction, usePlanOf } from './use-plan-action';
import type { PlaySide } from './use-sides';

const ComparePanel = lazy(async () => ({
  default: (await import('@/components/trace/compare/compare-panel')).ComparePanel,
}));
const PinnedSheet = lazy(async () => ({
  default: (await import('@/components/trace/compare/pinned-sheet')).PinnedSheet,
}));

interface PinnedComparisonProps {
  /** The title that both cells share. */
  readonly title: string;
  readonly sides: Readonly<Record<Orm, PlaySide>>;
  /** Which cell of each side stands in the row. */
  readonly cells: Readonly<Record<Orm, number | null>>;
}

/**
 * Under a row in which a call is pinned: how it and the call that does its work on the other side compare. On
 * a phone, where code and SQL are far apart, both come in a sheet over the page.
 */
export function PinnedComparison({ title, sides, cells }: PinnedComparisonProps) {
  const desk = useDesk();
  const pinned = useSelection((state) => state.pinned);
  const isNarrow = useIsNarrow();
  if (pinned === null || pinned.call === null || cells[pinned.orm] !== pinned.cell) return null;
  const { orm, call } = pinned;
  const own = viewAt(sides[orm], cells[orm]);
  if (own === null) return null;
  const unpin = (): void => desk.selection.getState().unpin();
  const comparison = (onClose?: () => void): ReactNode => (
    <Comparison sides={sides} cells={cells} orm={orm} call={call} own={own} onClose={onClose} />
  );
  return (
    <Suspense>
      {isNarrow ? (
        <Sheet title={title} side={sides[orm]} cell={cells[orm]} view={own} call={call} onClose={unpin}>
          {comparison()}
        </Sheet>
      ) : (
        comparison(unpin)
      )}
    </Suspense>
  );
}

interface ComparisonProps extends Omit<PinnedComparisonProps, 'title'> {
  readonly orm: Orm;
  readonly call: number;
  readonly own: CellView;
  readonly onClose: (() => void) | undefined;
}

function Comparison({ sides, cells, orm, call, own, onClose }: ComparisonProps) {
  const planOf = usePlanOf();
  const other = orm === 'django' ? 'sqlalchemy' : 'django';
  const theirs = viewAt(sides[other], cells[other]);
  const counterpart = theirs === null ? undefined : counterpartsOf(own, theirs).get(call);
  if (theirs === null || counterpart === undefined) return null;
  const mine = { number: call, statements: sentBy(own, call) };
  const its = { number: counterpart, statements: sentBy(theirs, counterpart) };
  return (
    <ComparePanel
      calls={orm === 'django' ? { django: mine, sqlalchemy: its } : { django: its, sqlalchemy: mine }}
      planOf={planOf}
      level={onClose === undefined ? 3 : 4}
      {...(onClose === undefined ? {} : { onClose })}
    />
  );
}

interface SheetProps {
  readonly title: string;
  readonly side: PlaySide;
  readonly cell: number | null;
  readonly view: CellView;
  readonly call: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Sheet({ title, side, cell, view, call: number, onClose, children }: SheetProps) {
  const actions = usePlanAction(side.orm);
  const result = cell === null ? null : (side.cells[cell]?.result ?? null);
  const call = view.calls.find((each) => each.number === number);
  if (call === undefined || result === null) return null;
  return (
    <PinnedSheet
      title={`Call ${number}, ${title === '' ? '' : `${title}, `}${ORM_NAMES[side.orm]}`}
      call={call}
      items={view.items}
      place={{ orm: side.orm, cell }}
      sources={result.files}
      longestUs={viewOf(side.orm, result.trace).longestUs}
      pythonUs={pythonTimesOf(view.items)}
      isStatic={false}
      actions={actions}
      onClose={onClose}
    >
      {children}
    </PinnedSheet>
  );
}

function viewAt(side: PlaySide, index: number | null): CellView | null {
  const result = index === null ? null : (side.cells[index]?.result ?? null);
  return result === null ? null : (viewOf(side.orm, result.trace).cells[result.cell] ?? null);
}

function sentBy({ items }: CellView, call: number): readonly Statement[] {
  return items.flatMap((item) => (item.call === call ? item.statements : []));
}
