'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Desk } from '@/lib/stores/desk';
import { useDesk } from '@/lib/stores/desk-provider';
import type { TimelineEntry } from '@/lib/stores/runs/run';
import { useRuns } from '@/lib/stores/use-desk';
import type { Workspace } from '@/lib/stores/workspace/workspace';
import { contentOf } from '@/lib/stores/workspace/workspace-store';
import { timeOfDay } from '@/lib/util/time-words';

/** What lay on the desk, and what it had been edited from. */
interface Work {
  readonly content: Workspace;
  readonly opened: Workspace;
}

/** Says which run of the timeline is looked at; its code can be taken back, and that be undone. */
export function PastRunNotice() {
  const desk = useDesk();
  const entry = useRuns(({ looked, timeline }) => timeline.find(({ number }) => number === looked));
  const [taken, setTaken] = useState<{ readonly number: number; readonly before: Work } | null>(null);
  const takeBack = ({ number, ran, opened }: TimelineEntry): void => {
    const { opened: openedNow } = desk.workspace.getState();
    setTaken({ number, before: { content: contentOf(desk.workspace.getState()), opened: openedNow } });
    lay(desk, { content: ran, opened });
    desk.runs.getState().lookAt(null);
  };
  if (entry !== undefined) {
    return (
      <section className="play-notice past-run" aria-label="An earlier run" data-region>
        <p>
          <b>Run {entry.number}</b> of this tab, from {timeOfDay(entry.startedAt)}. Read only: your code of
          now is kept.
        </p>
        <Button size="small" onClick={() => takeBack(entry)}>
          Take its code back
        </Button>
        <Button size="small" onClick={() => desk.runs.getState().lookAt(null)}>
          Back to now
        </Button>
      </section>
    );
  }
  return (
    <div role="status" className={taken === null ? undefined : 'play-notice'}>
      {taken !== null && (
        <>
          <p>The code of run {taken.number} is back.</p>
          <Button
            size="small"
            onClick={() => {
              lay(desk, taken.before);
              setTaken(null);
            }}
          >
            Undo
          </Button>
          <Button size="small" look="quiet" onClick={() => setTaken(null)}>
            Keep it
          </Button>
        </>
      )}
    </div>
  );
}

/** Puts work on the desk; what was opened from somewhere else is opened anew, so that what lies there stays as a draft. */
function lay({ workspace }: Desk, { content, opened }: Work): void {
  const { opened: openedNow, restore, open } = workspace.getState();
  if (opened === openedNow) restore(content);
  else open(content, opened);
}
