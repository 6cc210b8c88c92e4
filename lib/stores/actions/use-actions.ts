'use client';

import { useEffect, useEffectEvent } from 'react';
import type { ActionId } from './actions';
import { type Deeds, offerActions } from './page-actions';

/**
 * Offers what actions do for as long as a view is there. What is left out at the moment, or undefined, cannot
 * be done at the moment.
 */
export function useActions(deeds: Partial<Record<ActionId, (() => void) | undefined>>): void {
  const offered = Object.keys(deeds)
    .filter((id) => deeds[id as ActionId] !== undefined)
    .join(' ');
  const perform = useEffectEvent((id: ActionId) => deeds[id]?.());
  useEffect(() => {
    const mine: Deeds = Object.fromEntries(
      offered.split(' ').map((id) => [id, () => perform(id as ActionId)]),
    );
    return offerActions(mine);
  }, [offered]);
}
