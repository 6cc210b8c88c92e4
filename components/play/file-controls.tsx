'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ORMS } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';
import { isNeeded } from '@/lib/stores/workspace/file-name';
import type { Workspace } from '@/lib/stores/workspace/workspace';
import { SkeletonOffer } from './skeleton/skeleton-offer';

interface FileControlsProps {
  /** The file that is shown. */
  readonly shown: string;
  readonly onShow: (name: string) => void;
}

/** Adds a file to both sides, or takes the shown one away; what was taken away can be brought back. */
export function FileControls({ shown, onShow }: FileControlsProps) {
  const desk = useDesk();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [removed, setRemoved] = useState<{ readonly name: string; readonly before: Workspace } | null>(null);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const { addFile } = desk.workspace.getState();
    const wanted = name.trim();
    const problems = ORMS.map((orm) => addFile(orm, wanted));
    const refused = problems.find((each) => each !== null);
    // One side may have a file of that name already; then the other one has got it now.
    const added = problems.some((each) => each === null);
    setProblem(added || refused === undefined ? null : (refused?.sentence ?? null));
    if (!added) return;
    setName('');
    onShow(wanted);
  };
  const remove = (): void => {
    const { files, removeFile, origin, name: title, database } = desk.workspace.getState();
    setRemoved({ name: shown, before: { files, origin, name: title, database } });
    for (const orm of ORMS) if (files[orm][shown] !== undefined) removeFile(orm, shown);
    onShow('script.py');
  };
  const isOwn = shown !== 'setup' && !isNeeded(shown);
  return (
    <>
      <div className="file-controls">
        <form onSubmit={add}>
          <label>
            Add a file{' '}
            <input
              value={name}
              placeholder="helpers.py"
              aria-invalid={problem !== null}
              aria-describedby={problem === null ? undefined : 'file-problem'}
              onChange={(event) => setName(event.target.value)}
            />
          </label>{' '}
          <Button type="submit" size="small">
            Add
          </Button>
        </form>
        {isOwn && (
          <Button size="small" onClick={remove}>
            Remove {shown}
          </Button>
        )}
        {problem !== null && (
          <p id="file-problem" role="alert" className="play-problem">
            {problem}
          </p>
        )}
        {removed !== null && (
          <p role="status">
            {removed.name} was removed.{' '}
            <Button
              size="small"
              onClick={() => {
                desk.workspace.getState().restore(removed.before);
                onShow(removed.name);
                setRemoved(null);
              }}
            >
              Undo
            </Button>
          </p>
        )}
      </div>
      <SkeletonOffer shown={shown} onShow={onShow} />
    </>
  );
}
