'use client';

import { lazy, Suspense, useEffect } from 'react';
import { useActions } from '@/lib/stores/actions/use-actions';
import { pageInspectorView } from '@/lib/stores/page-stores';
import { useInspectorView } from '@/lib/stores/use-inspector-view';

const Inspector = lazy(async () => ({ default: (await import('./inspector')).Inspector }));

/** Opens the inspector when it is asked for; until then none of its code is here. */
export function InspectorHost() {
  const isOpen = useInspectorView((state) => state.isOpen);
  useActions({
    inspect: () => {
      const view = pageInspectorView.getState();
      if (view.isOpen) view.close();
      else view.open();
    },
  });
  useEffect(() => {
    if (!pageInspectorView.persist.hasHydrated()) void pageInspectorView.persist.rehydrate();
    return () => pageInspectorView.getState().close();
  }, []);
  if (!isOpen) return null;
  return (
    <Suspense>
      <Inspector />
    </Suspense>
  );
}
