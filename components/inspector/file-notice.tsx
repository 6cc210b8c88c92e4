'use client';

import { Button } from '@/components/ui/button';
import type { OpenedFile } from './use-open-file';

/** What came of the file that was opened, until it is dismissed. */
export function FileNotice({ file: { state, undo, dismiss } }: { readonly file: OpenedFile }) {
  const isRefused = state.kind === 'refused';
  return (
    <>
      <div role="alert">
        {isRefused && (
          <p className="inspector-notice">
            <span>
              <b>{state.name}</b>: {state.message}
            </span>
            <Button size="small" onClick={dismiss}>
              Dismiss
            </Button>
          </p>
        )}
      </div>
      <div role="status">
        {state.kind === 'reading' && <p className="inspector-notice">Reading {state.name} …</p>}
        {state.kind === 'opened' && (
          <p className="inspector-notice">
            <span>{state.words.join(' ')}</span>
            <Button size="small" onClick={undo}>
              Undo
            </Button>
            <Button size="small" look="quiet" onClick={dismiss}>
              Dismiss
            </Button>
          </p>
        )}
      </div>
    </>
  );
}
