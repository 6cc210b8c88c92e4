import clsx from 'clsx';
import type { ReactNode } from 'react';

/** What a dot stands for; the words beside it always say it too. */
export type StatusMark = 'recorded' | 'live' | 'edited' | 'busy' | 'failed' | 'none';

interface StatusLineProps {
  readonly mark: StatusMark;
  /** The state in a word or two, set in ink. */
  readonly state: ReactNode;
  /** The rest of the sentence. */
  readonly children?: ReactNode;
  readonly className?: string;
}

/** A dot and a sentence: how old what is shown is, and where it came from. */
export function StatusLine({ mark, state, children, className }: StatusLineProps) {
  return (
    <span className={clsx('status-line', className)}>
      <i className={`status-mark status-${mark}`} aria-hidden="true" />
      <span>
        <b>{state}</b>
        {children}
      </span>
    </span>
  );
}
