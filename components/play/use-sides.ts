'use client';

import { useMemo } from 'react';
import { ORMS, type Orm } from '@/lib/orm/orm';
import type { Scenario } from '@/lib/scenarios/types';
import { useRuns, useWorkspace } from '@/lib/stores/use-desk';
import type { Outcome, Trace } from '@/lib/trace/schema';
import { liveTrace } from '@/lib/trace/view/live-trace';
import { viewOf } from '@/lib/trace/view/read-once';
import type { SideView } from '@/lib/trace/view/side-view';
import { type ShownCell, shownCells, type TracedCode } from './shown-cells';

/** All that is shown of one side. */
export interface PlaySide {
  readonly orm: Orm;
  readonly files: Readonly<Record<string, string>>;
  readonly cells: readonly ShownCell[];
  /** How the run ended that is shown; null before the first, and while one goes on. */
  readonly outcome: Outcome | null;
  /** The whole trace that the head counts: of what ran last, else the recording. */
  readonly trace: Trace | null;
  readonly view: SideView | null;
  /** Number of the run that is shown, 0 for a recording. */
  readonly run: number;
  /** Statements of the run before. */
  readonly was: number | null;
}

/** Reads both sides of the desk. */
export function useSides(scenario: Scenario | null): Readonly<Record<Orm, PlaySide>> {
  const files = useWorkspace((state) => state.files);
  const last = useRuns((state) => state.last);
  const previous = useRuns((state) => state.previous);
  const live = useRuns((state) => state.live);
  return useMemo(() => {
    const sideOf = (orm: Orm): PlaySide => {
      const ran = last[orm];
      const goesOn = live[orm];
      const recorded: Outcome | null = scenario?.recording.trace[orm] ?? null;
      const outcome = ran?.outcome ?? recorded;
      const old = traced(ran?.ran.files[orm] ?? scenario?.files[orm], outcome?.trace);
      const fresh = traced(goesOn?.ran.files[orm], goesOn?.trace && liveTrace(goesOn.trace));
      const trace = outcome?.trace ?? null;
      const before = previous[orm]?.outcome ?? (ran === null ? null : recorded);
      return {
        orm,
        files: files[orm],
        cells: shownCells(files[orm], old, fresh),
        outcome,
        trace,
        view: trace === null ? null : viewOf(orm, trace),
        run: ran?.number ?? 0,
        was: before === null ? null : viewOf(orm, before.trace).counts.statements,
      };
    };
    const [django, sqlalchemy] = ORMS.map(sideOf);
    if (django === undefined || sqlalchemy === undefined) throw new Error('There are two sides.');
    return { django, sqlalchemy };
  }, [files, last, previous, live, scenario]);
}

function traced(files: TracedCode['files'] | undefined, trace: Trace | null | undefined): TracedCode | null {
  return files === undefined || trace === null || trace === undefined ? null : { files, trace };
}
