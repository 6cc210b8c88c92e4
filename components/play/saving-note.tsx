'use client';

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

interface SavingNoteProps {
  /** It was said, and sent away: it is not said again. */
  readonly isRead: boolean;
  readonly onRead: () => void;
}

/** Says once that the browser keeps nothing; the work goes on. */
export function SavingNote({ isRead, onRead }: SavingNoteProps) {
  const sentence = useWorkspace(({ saving }) => (saving.kind === 'refused' ? saving.sentence : null));
  const isSaid = sentence !== null && !isRead;
  return (
    <div role="status" className={isSaid ? 'play-notice' : undefined}>
      {isSaid && (
        <>
          <p>{sentence}</p>
          <Button size="small" onClick={onRead}>
            Go on
          </Button>
        </>
      )}
    </div>
  );
}
