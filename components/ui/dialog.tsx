'use client';

import X from 'lucide-react/icons/x';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Button } from './button';
import { Icon } from './icon';

interface DialogProps {
  readonly title: string;
  /** The title is only heard: what is in the dialog says what it is. */
  readonly hidesTitle?: boolean;
  readonly size?: 'narrow' | 'wide';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A dialog that is open for as long as it is drawn. The focus stays in it, Escape or a click beside it closes
 * it, and the focus goes back to where it was.
 */
export function Dialog({ title, hidesTitle = false, size = 'narrow', onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same by keyboard
    <dialog
      ref={dialog}
      className={`dialog dialog-${size}`}
      aria-labelledby={titleId}
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose();
      }}
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget) currentTarget.close();
      }}
    >
      <div className="dialog-body">
        <header className={hidesTitle ? 'sr-only' : 'dialog-head'}>
          <h2 id={titleId}>{title}</h2>
          {!hidesTitle && (
            <Button
              look="quiet"
              className="button-icon"
              aria-label="Close"
              onClick={() => dialog.current?.close()}
            >
              <Icon of={X} />
            </Button>
          )}
        </header>
        {children}
      </div>
    </dialog>
  );
}
