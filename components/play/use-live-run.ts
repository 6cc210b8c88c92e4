'use client';

import { useEffect, useEffectEvent } from 'react';
import { ORMS, type Orm } from '@/lib/orm/orm';
import type { Desk } from '@/lib/stores/desk';
import { useDesk } from '@/lib/stores/desk-provider';
import { isEditedSince } from '@/lib/stores/runs/runs-store';
import { useWorkspace } from '@/lib/stores/use-desk';
import { usePreferences } from '@/lib/stores/use-preferences';

/** How long nothing was typed before it runs, in ms. */
const PAUSE_MS = 900;

/** Runs what was edited after each pause, where that is switched on. */
export function useLiveRun(): void {
  const desk = useDesk();
  const isOn = usePreferences((state) => state.live);
  const files = useWorkspace((state) => state.files);
  const database = useWorkspace((state) => state.database);
  const run = useEffectEvent(() => {
    const orms = changedSides(desk);
    if (orms.length > 0) void desk.runs.getState().run(orms, { isLive: true });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: any change of the work begins the pause anew
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => run(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isOn, files, database]);
}

/**
 * The sides whose code is not what they ran last, or are running. Code that came from elsewhere runs when
 * somebody has pressed Run, and not before.
 */
function changedSides(desk: Desk): Orm[] {
  const work = desk.workspace.getState();
  const { last, live } = desk.runs.getState();
  if (work.origin.kind !== 'scenario' && ORMS.every((orm) => last[orm] === null)) return [];
  return ORMS.filter((orm) => {
    const running = live[orm];
    const newest = running === null ? last[orm] : { ran: running.ran, orm };
    return isEditedSince(newest ?? { ran: work.opened, orm }, work);
  });
}
