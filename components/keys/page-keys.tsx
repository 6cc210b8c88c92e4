'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { pressAction } from '@/lib/stores/actions/press-action';
import { useActions } from '@/lib/stores/actions/use-actions';
import { goToRegion } from './regions';

const KeyMapDialog = lazy(async () => ({ default: (await import('./key-map-dialog')).KeyMapDialog }));

/** Hears the keys of the whole site, and does what the table of actions says of them. */
export function PageKeys() {
  const [isMapOpen, setMapOpen] = useState(false);
  useActions({
    'show-keys': () => setMapOpen(true),
    'next-region': () => goToRegion(1),
    'previous-region': () => goToRegion(-1),
  });
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const listen = (when: 'first' | 'last') => (event: KeyboardEvent) => {
      if (!pressAction(event, when)) return;
      event.preventDefault();
      if (when === 'first') event.stopPropagation();
    };
    document.addEventListener('keydown', listen('first'), { signal, capture: true });
    document.addEventListener('keydown', listen('last'), { signal });
    return () => stop.abort();
  }, []);
  if (!isMapOpen) return null;
  return (
    <Suspense>
      <KeyMapDialog onClose={() => setMapOpen(false)} />
    </Suspense>
  );
}
