'use client';

import Pencil from 'lucide-react/icons/pencil';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Segmented } from '@/components/ui/segmented';
import { ORMS, type Orm } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';
import { pagePreferences } from '@/lib/stores/page-stores';
import { useFixes } from '@/lib/stores/use-desk';
import type { Manner } from '@/lib/trace/findings/fixes';
import type { FixableSide } from './fixable-side';
import { wantedOfBoth } from './offers';
import { useRowManner } from './use-row-manner';

interface RowFixesProps {
  readonly sides: Readonly<Record<Orm, FixableSide>>;
  readonly cells: Readonly<Record<Orm, number | null>>;
}

const LABELS: Readonly<Record<Manner, string>> = { joined: 'Joined', batched: 'Batched' };

/** The fixes of a row that concern both sides: how relations are loaded, one choice for both, and both at once. */
export function RowFixes({ sides, cells }: RowFixesProps) {
  const desk = useDesk();
  const isWaiting = useFixes((state) => state.isBusy || !state.isReady);
  const { choices, manner, isBound } = useRowManner(
    ORMS.map((orm) => ({ side: sides[orm], index: cells[orm] })),
  );
  const both = wantedOfBoth(sides, cells, manner);
  if (both === null && choices.length < 2) return null;
  return (
    <fieldset className="row-fixes">
      <legend className="sr-only">Fixes of both sides</legend>
      {choices.length > 1 && manner !== null && (
        <span className="row-fixes-choice">
          <span aria-hidden="true">Load relations</span>
          <Segmented
            legend="How fixes load relations, on both sides"
            choices={choices.map((value) => ({ value, label: LABELS[value] })).toSorted(byLabel)}
            value={manner}
            onChange={(chosen) => pagePreferences.getState().set({ manner: chosen })}
          />
        </span>
      )}
      {isBound && (
        <span className="row-fixes-choice">Batched on both sides: Django joins no collections.</span>
      )}
      {both !== null && (
        <Button
          size="small"
          aria-disabled={isWaiting}
          onClick={() => {
            if (!isWaiting) void desk.fixes.getState().fix(both);
          }}
        >
          <Icon of={Pencil} />
          Fix both
        </Button>
      )}
    </fieldset>
  );
}

/** Joined first, whatever is usual: the places of the two never change. */
function byLabel(
  { value: one }: { readonly value: Manner },
  { value: other }: { readonly value: Manner },
): number {
  return one < other ? 1 : -1;
}
