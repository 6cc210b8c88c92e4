'use client';

import X from 'lucide-react/icons/x';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useRuns } from '@/lib/stores/use-desk';
import { CompareDialog } from './compare-dialog';
import { TimelineRow } from './timeline-row';

/** The last runs of this tab: to look at, to take code back from, to compare. */
export function TimelinePanel({ onClose }: { readonly onClose: () => void }) {
  const timeline = useRuns((state) => state.timeline);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [isComparing, setComparing] = useState(false);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const pair = timeline.filter(({ number }) => chosen.includes(number)).toReversed();
  const [before, after] = pair;
  const scale = Math.max(
    1,
    ...timeline.flatMap(({ runs }) =>
      Object.values(runs).map(({ outcome }) => outcome.trace.statements.length),
    ),
  );
  /** Of three that are chosen the one chosen first gives way. */
  const choose = (number: number): void =>
    setChosen((now) =>
      now.includes(number) ? now.filter((each) => each !== number) : [...now, number].slice(-2),
    );
  return (
    <section ref={panel} className="timeline" aria-label="Runs of this tab" tabIndex={-1} data-region>
      <header className="timeline-head">
        <h2>Runs of this tab</h2>
        {timeline.length > 1 && (
          <Button size="small" disabled={after === undefined} onClick={() => setComparing(true)}>
            {before === undefined || after === undefined
              ? 'Choose two to compare'
              : `Compare run ${before.number} with run ${after.number}`}
          </Button>
        )}
        <Button look="quiet" size="small" className="timeline-close" onClick={onClose}>
          <Icon of={X} />
          Close
        </Button>
      </header>
      {timeline.length === 0 ? (
        <p className="play-note">
          Nothing has run in this tab yet. The last 20 runs stay here, with their code.
        </p>
      ) : (
        <ol className="timeline-list">
          {timeline.map((entry, index) => (
            <TimelineRow
              key={entry.number}
              entry={entry}
              before={timeline[index + 1] ?? null}
              scale={scale}
              isChosen={chosen.includes(entry.number)}
              onChoose={() => choose(entry.number)}
            />
          ))}
        </ol>
      )}
      {isComparing && before !== undefined && after !== undefined && (
        <CompareDialog before={before} after={after} onClose={() => setComparing(false)} />
      )}
    </section>
  );
}
