'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useDesk } from '@/lib/stores/desk-provider';
import { useDrafts, useWorkspace } from '@/lib/stores/use-desk';
import { isEdited } from '@/lib/stores/workspace/workspace-store';
import { timeAgo } from '@/lib/util/time-words';

/** Offers to go on with what was edited last, to who comes back and has not begun with anything yet. */
export function DraftsOffer({ onAll }: { readonly onAll: () => void }) {
  const desk = useDesk();
  const others = useDrafts((state) => state.others);
  const edited = useWorkspace(isEdited);
  const [isDone, setDone] = useState(false);
  const [newest] = others;
  if (newest === undefined || edited || isDone) return null;
  const { id, name, editedAt } = newest;
  const takeUp = async (): Promise<void> => {
    if (await desk.drafts?.getState().takeUp(id)) setDone(true);
  };
  return (
    <section className="play-notice" aria-label="Your earlier work" data-region>
      <p>
        Continue: <b>{name}</b>, edited {timeAgo(editedAt, Date.now())}
      </p>
      <Button size="small" onClick={() => void takeUp()}>
        Continue
      </Button>
      {others.length > 1 && (
        <Button size="small" look="quiet" onClick={onAll}>
          All {others.length} drafts
        </Button>
      )}
      <Button size="small" look="quiet" onClick={() => setDone(true)}>
        Not now
      </Button>
    </section>
  );
}
