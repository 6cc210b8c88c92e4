'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { messageOf } from './message-of';

/** What was answered to a question of the inspector's. */
export type Answer<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Asks anew whenever one of `of` is another; the old answer stays until then.
 * @param ask null: there is nothing to ask, and no answer
 */
export function useAnswer<T>(of: readonly unknown[], ask: (() => Promise<T>) | null): Answer<T> | null {
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const hasQuestion = ask !== null;
  const askNow = useEffectEvent(async () => ask?.());
  useEffect(() => {
    if (!hasQuestion) return;
    let isWanted = true;
    askNow().then(
      (value) => {
        if (isWanted && value !== undefined) setAnswer({ kind: 'answer', value });
      },
      (error: unknown) => {
        if (isWanted) setAnswer({ kind: 'failed', message: messageOf(error) });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [hasQuestion, ...of]);
  return hasQuestion ? answer : null;
}
