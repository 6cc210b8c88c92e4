'use client';

import { useEffect, useRef } from 'react';
import { pairCells } from '@/lib/cells/pair-cells';
import { ORMS, type Orm } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';
import type { WantedFix } from '@/lib/stores/fixes/fix-record';
import { pagePreferences } from '@/lib/stores/page-stores';
import { isEdited } from '@/lib/stores/workspace/workspace-store';
import type { FixableSide } from './fixable-side';
import { findingsAt, rowManner, wantedFix } from './offers';

interface AskedFixProps {
  /** Whether what the address asks for lies on the desk. */
  readonly isOpen: boolean;
  readonly sides: Readonly<Record<Orm, FixableSide>>;
}

/**
 * Mends what the address asks for: `?scenario=n-plus-one&fix=django` is the first finding of that side that can
 * be mended. Only in a shipped scenario as it is shipped, whose code is ours: nobody's own code runs because of
 * an address.
 * Until what the address asks for is open, no fix can be asked for at all.
 */
export function AskedFix({ isOpen, sides }: AskedFixProps) {
  const desk = useDesk();
  const isDone = useRef(false);
  useEffect(() => {
    if (isOpen) desk.fixes.getState().setReady();
  }, [desk, isOpen]);
  useEffect(() => {
    if (!isOpen || isDone.current) return;
    const address = new URL(location.href);
    const orm = ORMS.find((each) => each === address.searchParams.get('fix'));
    const workspace = desk.workspace.getState();
    const { origin } = workspace;
    const isShipped = origin.kind === 'scenario' && origin.slug === address.searchParams.get('scenario');
    if (orm === undefined || !isShipped || isEdited(workspace)) {
      isDone.current = true;
      return;
    }
    const wanted = firstOf(orm, sides);
    // Its recording may still be on its way.
    if (wanted === null) return;
    isDone.current = true;
    // Whoever reloads, or comes back, finds what they have and does not ask again.
    address.searchParams.delete('fix');
    history.replaceState(history.state, '', address);
    void desk.fixes.getState().fix([wanted]);
  }, [desk, isOpen, sides]);
  return null;
}

function firstOf(orm: Orm, sides: AskedFixProps['sides']): WantedFix | null {
  const rows = pairCells(
    sides.django.cells.map(({ code }) => code),
    sides.sqlalchemy.cells.map(({ code }) => code),
  );
  const preferred = pagePreferences.getState().manner;
  for (const { cells } of rows) {
    const index = cells[orm];
    if (index === null) continue;
    const all = ORMS.flatMap((each) => {
      const at = cells[each];
      return at === null ? [] : findingsAt(sides[each], at);
    });
    const { manner } = rowManner(all, [], preferred);
    for (const finding of findingsAt(sides[orm], index)) {
      const wanted = wantedFix(sides[orm], index, finding, manner);
      if (wanted !== null) return wanted;
    }
  }
  return null;
}
