import type { ReactNode } from 'react';

interface FindingLineProps {
  /** What it is, in a word: "N+1". */
  readonly name: string;
  /** The cause, with the run's own numbers. */
  readonly children: ReactNode;
  /** What can be done about it: buttons or links. */
  readonly action?: ReactNode;
}

/** Something to look at under the code that it is about. */
export function FindingLine({ name, children, action }: FindingLineProps) {
  return (
    <p className="finding">
      <mark className="finding-mark">{name}</mark>
      <span>
        {children} {action}
      </span>
    </p>
  );
}
