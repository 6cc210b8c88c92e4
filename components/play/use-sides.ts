'use client';

import { useMemo } from 'react';
import type { Orm } from '@/lib/orm/orm';
import type { Files, Scenario } from '@/lib/scenarios/types';
import type { FinishedRun, LiveRun, TimelineEntry } from '@/lib/stores/runs/run';
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
  /** Statements of the run before, where it ran as much of the script. */
  readonly was: number | null;
  /** It is a run of the timeline that is looked at: its code is read, not edited. */
  readonly isPast: boolean;
}

/** Reads both sides of the desk; a side stays the same object for as long as nothing of it has changed. */
export function useSides(scenario: Scenario | null): Readonly<Record<Orm, PlaySide>> {
  const looked = useRuns(({ looked: number, timeline }) => timeline.find((entry) => entry.number === number));
  const django = useSide('django', scenario);
  const sqlalchemy = useSide('sqlalchemy', scenario);
  return useMemo(
    () => (looked === undefined ? { django, sqlalchemy } : pastSides(looked)),
    [looked, django, sqlalchemy],
  );
}

function useSide(orm: Orm, scenario: Scenario | null): PlaySide {
  const files = useWorkspace((state) => state.files[orm]);
  const last = useRuns((state) => state.last[orm]);
  const previous = useRuns((state) => state.previous[orm]);
  // A run that has sent nothing yet changes nothing of what is shown.
  const live = useRuns((state) => state.live[orm]?.trace ?? null);
  const liveFiles = useRuns((state) => (state.live[orm]?.trace ? state.live[orm].ran.files[orm] : undefined));
  return useMemo(() => {
    const recorded =
      scenario === null
        ? null
        : { files: scenario.files[orm], outcome: scenario.recording.trace[orm] ?? null };
    return presentSide({ orm, files, last, previous, live, liveFiles, recorded });
  }, [orm, scenario, files, last, previous, live, liveFiles]);
}

interface Present {
  readonly orm: Orm;
  readonly files: Files;
  readonly last: FinishedRun | null;
  readonly previous: FinishedRun | null;
  readonly live: LiveRun['trace'];
  readonly liveFiles: Files | undefined;
  readonly recorded: { readonly files: Files; readonly outcome: Outcome | null } | null;
}

/** A side as it is now: what ran last, or the recording, and of a run that goes on what is there of it. */
function presentSide({ orm, files, last, previous, live, liveFiles, recorded }: Present): PlaySide {
  const outcome = last?.outcome ?? recorded?.outcome ?? null;
  const old = traced(last?.ran.files[orm] ?? recorded?.files, outcome?.trace, last?.upTo);
  const fresh = traced(liveFiles, live && liveTrace(live));
  const trace = outcome?.trace ?? null;
  return {
    orm,
    files,
    cells: shownCells(files, old, fresh),
    outcome,
    trace,
    view: trace === null ? null : viewOf(orm, trace),
    run: last?.number ?? 0,
    was: last === null ? null : countBefore(last, previous, recorded?.outcome ?? null),
    isPast: false,
  };
}

/** Statements of the run before, null where there is none or it ran another part of the script. */
function countBefore(
  last: FinishedRun,
  previous: FinishedRun | null,
  recorded: Outcome | null,
): number | null {
  if (last.upTo !== (previous?.upTo ?? null)) return null;
  const before = previous?.outcome ?? recorded;
  return before === null ? null : viewOf(last.orm, before.trace).counts.statements;
}

/** A run of the timeline, as it was; a side that did not run then has its code only. */
function pastSides({ number, ran, runs, asked }: TimelineEntry): Readonly<Record<Orm, PlaySide>> {
  return bothSides((orm) => {
    const outcome = runs[orm]?.outcome ?? null;
    const trace = outcome?.trace ?? null;
    const files = ran.files[orm];
    return {
      orm,
      files,
      cells: shownCells(files, traced(files, trace, asked.upTo), null),
      outcome,
      trace,
      view: trace === null ? null : viewOf(orm, trace),
      run: number,
      was: null,
      isPast: true,
    };
  });
}

function bothSides(sideOf: (orm: Orm) => PlaySide): Readonly<Record<Orm, PlaySide>> {
  return { django: sideOf('django'), sqlalchemy: sideOf('sqlalchemy') };
}

function traced(
  files: TracedCode['files'] | undefined,
  trace: Trace | null | undefined,
  upTo: number | null = null,
): TracedCode | null {
  return files === undefined || trace === null || trace === undefined ? null : { files, trace, upTo };
}
