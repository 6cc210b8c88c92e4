'use client';

import type { ReactNode } from 'react';
import { ThreadLinks } from '@/components/trace/thread-links';
import { useDesk } from '@/lib/stores/desk-provider';
import { pagePreferences } from '@/lib/stores/page-stores';
import { useSelection } from '@/lib/stores/use-desk';
import { usePreferences } from '@/lib/stores/use-preferences';
import { isSameRef } from '@/lib/trace/view/call-ref';

/** Ties calls to what they sent: only this is drawn anew when something else is looked at, not what is inside. */
export function PlayThreads({ children }: { readonly children: ReactNode }) {
  const desk = useDesk();
  const hovered = useSelection((state) => state.hovered);
  const pinned = useSelection((state) => state.pinned);
  const params = usePreferences((state) => state.params);
  return (
    <ThreadLinks
      hovered={hovered}
      pinned={pinned}
      onHover={(ref) => desk.selection.getState().hover(ref)}
      onPin={(ref) => {
        if (!isSameRef(ref, pinned)) desk.selection.getState().pin(ref);
      }}
      onUnpin={() => desk.selection.getState().unpin()}
      params={params}
      onParams={(place) => pagePreferences.getState().set({ params: place })}
    >
      {children}
    </ThreadLinks>
  );
}
