'use client';

import { type ReactNode, useState } from 'react';
import { type CallRef, isSameRef } from '@/lib/trace/view/call-ref';
import { type ParamsPlace, ThreadLinks } from './thread-links';

interface LinkedThreadsProps {
  readonly className?: string;
  readonly children: ReactNode;
}

/** Ties calls to what they sent on a page that was built in advance, and keeps to itself what is looked at. */
export function LinkedThreads({ className, children }: LinkedThreadsProps) {
  const [hovered, setHovered] = useState<CallRef | null>(null);
  const [pinned, setPinned] = useState<CallRef | null>(null);
  const [params, setParams] = useState<ParamsPlace>('inline');
  return (
    <ThreadLinks
      hovered={hovered}
      pinned={pinned}
      onHover={setHovered}
      onPin={(ref) => setPinned((before) => (isSameRef(before, ref) ? null : ref))}
      onUnpin={() => setPinned(null)}
      params={params}
      onParams={setParams}
      {...(className === undefined ? {} : { className })}
    >
      {children}
    </ThreadLinks>
  );
}
