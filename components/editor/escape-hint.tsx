import { useEffect, useState } from 'react';

/** What `EscapeHint` takes. */
export interface EscapeHintProps {
  readonly id: string;
  /** Whether Tab writes, as it does in the full editor. */
  readonly isFull: boolean;
  /** Whether this editor was edited. */
  readonly isEdited: boolean;
}

/** Once it was seen, the hint is only there for who has it read out. */
let wasSeen = false;

/** Says how to leave an editor by the keyboard: always to assistive technology, to the eye at the first edit. */
export function EscapeHint({ id, isFull, isEdited }: EscapeHintProps) {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    if (!isFull || !isEdited || wasSeen) return;
    wasSeen = true;
    setIsShown(true);
  }, [isFull, isEdited]);
  const mac = typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform);
  const keys = mac ? 'Control Shift M' : 'Ctrl M';
  return (
    <p className="editor-hint" id={id} data-hidden={!isShown}>
      {isFull ? `Escape leaves the editor. ${keys} lets Tab move on.` : 'Escape leaves the editor.'}
    </p>
  );
}
