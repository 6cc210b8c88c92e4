'use client';

import { lazy, Suspense } from 'react';
import type { PlayPanel } from './use-play-actions';

const TimelinePanel = lazy(async () => ({
  default: (await import('./timeline/timeline-panel')).TimelinePanel,
}));
const DraftsDialog = lazy(async () => ({ default: (await import('./drafts-dialog')).DraftsDialog }));

interface PlayPanelsProps {
  readonly panel: PlayPanel | null;
  readonly onPanel: (panel: PlayPanel | null) => void;
}

/** What opens beside the comparison; its code is loaded when it does. */
export function PlayPanels({ panel, onPanel }: PlayPanelsProps) {
  if (panel === null) return null;
  const close = (): void => onPanel(null);
  return (
    <Suspense>
      {panel === 'runs' ? <TimelinePanel onClose={close} /> : <DraftsDialog onClose={close} />}
    </Suspense>
  );
}
