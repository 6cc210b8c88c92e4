import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useDesk } from '@/lib/stores/desk-provider';
import type { Draft } from '@/lib/stores/drafts/draft';
import { useDrafts } from '@/lib/stores/use-desk';
import { timeAgo } from '@/lib/util/time-words';

/** Work of other times that no open tab has: to go on with, or to throw away. */
export function DraftsDialog({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const others = useDrafts((state) => state.others);
  const [thrown, setThrown] = useState<Draft | null>(null);
  const [problem, setProblem] = useState('');
  const { drafts } = desk;
  useEffect(() => void drafts?.getState().refresh(), [drafts]);
  const open = async (id: string): Promise<void> => {
    if (await drafts?.getState().takeUp(id)) onClose();
    else setProblem('Another tab has opened this draft meanwhile.');
  };
  const discard = async (id: string): Promise<void> => {
    const draft = (await drafts?.getState().discard(id)) ?? null;
    setThrown(draft);
    setProblem(draft === null ? 'Another tab has opened this draft meanwhile.' : '');
  };
  const bringBack = async (draft: Draft): Promise<void> => {
    await drafts?.getState().bringBack(draft);
    setThrown(null);
  };
  return (
    <Dialog title="Other drafts" onClose={onClose}>
      {others.length === 0 && (
        <p className="play-note">
          There are none. What you edit is saved here by itself, and is offered again when its tab is closed.
        </p>
      )}
      <ul className="draft-list">
        {others.map(({ id, name, editedAt }) => (
          <li key={id}>
            <p>
              <b>{name}</b>
              <span>, edited {timeAgo(editedAt, Date.now())}</span>
            </p>
            <Button
              size="small"
              aria-label={`Open ${name}, edited ${timeAgo(editedAt, Date.now())}`}
              onClick={() => void open(id)}
            >
              Open
            </Button>
            <Button
              size="small"
              look="quiet"
              aria-label={`Delete ${name}, edited ${timeAgo(editedAt, Date.now())}`}
              onClick={() => void discard(id)}
            >
              Delete
            </Button>
          </li>
        ))}
      </ul>
      <div role="status" className={thrown === null && problem === '' ? undefined : 'play-notice'}>
        {problem !== '' && <p>{problem}</p>}
        {thrown !== null && (
          <>
            <p>{thrown.summary.name} was deleted.</p>
            <Button size="small" onClick={() => void bringBack(thrown)}>
              Undo
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}
