'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import type { LatestDraft } from '@/lib/stores/drafts/latest-draft';
import { timeAgo } from '@/lib/util/time-words';

/** For who comes back: the way to what was edited last. Nobody else sees anything of it. */
export function ContinueLine() {
  const [latest, setLatest] = useState<LatestDraft | null>(null);
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      const { latestDraft } = await import('@/lib/stores/drafts/latest-draft');
      const found = await latestDraft();
      if (!isGone) setLatest(found);
    };
    look().catch(() => {
      // What cannot be read is as good as not there.
    });
    return () => {
      isGone = true;
    };
  }, []);
  if (latest === null) return null;
  const { summary, isOwn } = latest;
  const href = isOwn ? '/play/' : `/play/?draft=${encodeURIComponent(summary.id)}`;
  return (
    <p className="continue-line">
      Continue: <Link href={href}>{summary.name}</Link>, edited {timeAgo(summary.editedAt, Date.now())}
    </p>
  );
}
