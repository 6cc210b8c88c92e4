'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { ORMS, type Orm } from '@/lib/orm/orm';
import { useRuns } from '@/lib/stores/use-desk';
import { sayEnd } from './say-end';
import type { PlaySide } from './use-sides';

/**
 * Says to who listens that a run has begun, and what it came to: two messages, whatever happens between them.
 * An error says itself, as an alert at its line.
 */
export function RunAnnouncer({ sides }: { readonly sides: Readonly<Record<Orm, PlaySide>> }) {
  const goesOn = useRuns(({ live }) => ORMS.some((orm) => live[orm] !== null));
  const last = useRuns((state) => state.last);
  const [message, setMessage] = useState('');
  const wasGoing = useRef(false);
  const began = useRef(last);
  const say = useEffectEvent(() => {
    if (goesOn) {
      began.current = last;
      setMessage('Running.');
    } else if (wasGoing.current) {
      setMessage(
        sayEnd(
          sides,
          ORMS.filter((orm) => last[orm] !== began.current[orm]),
        ),
      );
    }
    wasGoing.current = goesOn;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it speaks when a run begins and when it ends
  useEffect(() => say(), [goesOn]);
  return (
    <p role="status" className="sr-only" data-says="run">
      {message}
    </p>
  );
}
