'use client';

import { type ReactNode, useState } from 'react';

interface FoldProps {
  readonly summary: ReactNode;
  /**
   * True: what is in it is part of the page from the beginning, and opens without scripts. False: it is made
   * when it is first opened, so that thousands of statements cost nothing until somebody looks.
   */
  readonly isStatic: boolean;
  /** What presses it from its card: a name that `thread-keys` knows. */
  readonly dataKey?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Something of a statement that is folded away until it is asked for. */
export function Fold({ summary, isStatic, dataKey, className, children }: FoldProps) {
  const [wasOpened, setWasOpened] = useState(isStatic);
  return (
    <details className={className} onToggle={() => setWasOpened(true)}>
      <summary data-key={dataKey}>{summary}</summary>
      {wasOpened && children}
    </details>
  );
}
