'use client';

import type { MouseEvent } from 'react';
import { Button } from '@/components/ui/button';
import { useRuns, useWorkspace } from '@/lib/stores/use-desk';
import type { OpenedFile } from './use-open-file';

/** What came of the file that was opened, until it is dismissed or has been run. */
export function FileNotice({ file: { state, undo, dismiss } }: { readonly file: OpenedFile }) {
  const database = useWorkspace((workspace) => workspace.database);
  const hasRun = useRuns(
    ({ last }) => last.django?.ran.database === database || last.sqlalchemy?.ran.database === database,
  );
  const isRefused = state.kind === 'refused';
  return (
    <>
      <div role="alert">
        {isRefused && (
          <p className="inspector-notice">
            <span>
              <b>{state.name}</b>: {state.message}
            </span>
            <Button size="small" onClick={leaving(dismiss)}>
              Dismiss
            </Button>
          </p>
        )}
      </div>
      <div role="status">
        {state.kind === 'reading' && <p className="inspector-notice">Reading {state.name} …</p>}
        {state.kind === 'opened' && !hasRun && (
          <p className="inspector-notice">
            <span>{state.words.join(' ')}</span>
            <Button size="small" onClick={leaving(undo)}>
              Undo
            </Button>
            <Button size="small" look="quiet" onClick={leaving(dismiss)}>
              Dismiss
            </Button>
          </p>
        )}
      </div>
    </>
  );
}

/** A button that goes away with what it does would take the focus out of the drawer. */
function leaving(act: () => void): (event: MouseEvent) => void {
  return ({ currentTarget }) => {
    currentTarget
      .closest('dialog')
      ?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
      ?.focus();
    act();
  };
}
