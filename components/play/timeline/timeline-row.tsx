'use client';

import { useMemo } from 'react';
import { ormClass } from '@/components/trace/names';
import { StripView } from '@/components/trace/strip-view';
import { Button } from '@/components/ui/button';
import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';
import type { PastRun, TimelineEntry } from '@/lib/stores/runs/run';
import { useRuns } from '@/lib/stores/use-desk';
import type { OutcomeKind } from '@/lib/trace/schema';
import { counted } from '@/lib/trace/view/figures';
import { viewOf } from '@/lib/trace/view/read-once';
import { timeOfDay } from '@/lib/util/time-words';
import { changedLines } from './run-difference';

interface TimelineRowProps {
  readonly entry: TimelineEntry;
  /** The run before it, where that is still here. */
  readonly before: TimelineEntry | null;
  /** Ticks of the longest strip. */
  readonly scale: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** One press of Run: when, what was changed before it, and what each side came to. */
export function TimelineRow({ entry, before, scale, isChosen, onChoose }: TimelineRowProps) {
  const desk = useDesk();
  const isLooked = useRuns(({ looked }) => looked === entry.number);
  const { number, startedAt, ran, asked } = entry;
  const change = useMemo(() => sayChange(before, entry), [before, entry]);
  return (
    <li className="timeline-row" aria-current={isLooked || undefined}>
      <label className="timeline-name">
        <input type="checkbox" checked={isChosen} onChange={onChoose} aria-label={`Compare run ${number}`} />
        <span>
          <b>Run {number}</b> <time>{timeOfDay(startedAt)}</time>
          {asked.isLive === true && ', by itself'}
        </span>
      </label>
      <p className="timeline-what">
        {ran.name}
        {change !== null && <span>, {change}</span>}
      </p>
      {ORMS.map((orm) => (
        <SideOfRun key={orm} orm={orm} entry={entry} scale={scale} />
      ))}
      <Button
        size="small"
        aria-pressed={isLooked}
        aria-label={`Look at run ${number}`}
        onClick={() => desk.runs.getState().lookAt(isLooked ? null : number)}
      >
        {isLooked ? 'Back to now' : 'Look'}
      </Button>
    </li>
  );
}

interface SideOfRunProps {
  readonly orm: Orm;
  readonly entry: TimelineEntry;
  readonly scale: number;
}

function SideOfRun({ orm, entry, scale }: SideOfRunProps) {
  const run = entry.runs[orm];
  if (run === undefined) {
    const isAsked = entry.orms.includes(orm);
    return (
      <p className="timeline-side">
        {ORM_NAMES[orm]} {isAsked ? 'has no result' : 'did not run'}
      </p>
    );
  }
  const view = viewOf(orm, run.outcome.trace);
  return (
    <p className={`timeline-side ${ormClass(orm)}`}>
      <span className="orm-name">{ORM_NAMES[orm]}</span> {counted(view.counts.statements, 'statement')}
      {sayPart(run, entry.asked.upTo)}
      <StripView strip={view.strip} scale={scale} look="dense" />
    </p>
  );
}

const ENDS: Readonly<Record<OutcomeKind, string>> = {
  done: '',
  'python-error': ', with an error',
  'timed-out': ', out of time',
  stopped: ', stopped',
  'out-of-memory': ', out of memory',
  crashed: ', crashed',
};

function sayPart({ outcome }: PastRun, upTo: number | undefined): string {
  const title = upTo === undefined ? undefined : outcome.trace.cells[upTo]?.title;
  const part = title === undefined || title === '' ? '' : `, up to “${title}”`;
  return `${part}${ENDS[outcome.kind]}`;
}

/** What was changed since the run before; null where another example was open then. */
function sayChange(before: TimelineEntry | null, entry: TimelineEntry): string | null {
  if (before === null || before.opened !== entry.opened) return null;
  const lines = changedLines(before, entry);
  return lines === 0 ? 'same code' : `${counted(lines, 'line')} changed`;
}
