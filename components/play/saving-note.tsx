'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useWorkspace } from '@/lib/stores/use-desk';
import { isEdited } from '@/lib/stores/workspace/workspace-store';

/** Where the work is, in a few words; nothing while nothing was edited. */
export function SavingWords() {
  const edited = useWorkspace(isEdited);
  const saving = useWorkspace((state) => state.saving.kind);
  if (saving === 'refused') return <span className="saving-words">Kept in this tab only</span>;
  if (!edited) return null;
  return <span className="saving-words">{saving === 'saved' ? 'Saved on this device' : 'Saving'}</span>;
}

/** Says once that the browser keeps nothing; the work goes on. */
export function SavingNote() {
  const sentence = useWorkspace(({ saving }) => (saving.kind === 'refused' ? saving.sentence : null));
  const [isRead, setRead] = useState(false);
  const isSaid = sentence !== null && !isRead;
  return (
    <div role="status" className={isSaid ? 'play-notice' : undefined}>
      {isSaid && (
        <>
          <p>{sentence}</p>
          <Button size="small" onClick={() => setRead(true)}>
            Go on
          </Button>
        </>
      )}
    </div>
  );
}
