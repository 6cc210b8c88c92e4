'use client';

import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useEffect, useState } from 'react';
import { Button } from './button';
import { Icon } from './icon';

interface CopyButtonProps {
  /** What is copied; a function where it takes work to make. */
  readonly text: string | (() => string);
  /** What is copied: "Copy SQL". */
  readonly name: string;
  /** A mark by which the page's keys find it. */
  readonly dataKey?: string;
  readonly className?: string;
}

type State = 'ready' | 'copied' | 'refused';

/** For how long it says so, in ms. */
const SAYS_MS = 2_000;

/** Copies a text, and says that it has. */
export function CopyButton({ text, name, dataKey, className }: CopyButtonProps) {
  const [state, setState] = useState<State>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), SAYS_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setState('copied');
    } catch {
      setState('refused');
    }
  };

  return (
    <Button
      look="quiet"
      size="small"
      className={className === undefined ? 'button-icon' : `button-icon ${className}`}
      aria-label={name}
      title={name}
      data-key={dataKey}
      onClick={copy}
    >
      <Icon of={state === 'copied' ? Check : Copy} />
      <span role="status">{{ ready: '', copied: 'Copied', refused: 'The browser refused' }[state]}</span>
    </Button>
  );
}
