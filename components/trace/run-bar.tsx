import type { ReactNode } from 'react';

interface RunBarProps {
  /** What is shown: a name, or a control that changes it. */
  readonly name: ReactNode;
  /** A `StatusLine`: how old it is, and where it came from. */
  readonly status: ReactNode;
  /** Buttons, the one that runs last. */
  readonly children?: ReactNode;
}

/** The line above a comparison: what it is, how old it is, and what can be done. */
export function RunBar({ name, status, children }: RunBarProps) {
  return (
    <div className="run-bar">
      <div className="run-what">
        <div className="run-name">{name}</div>
        {status}
      </div>
      <div className="run-actions">{children}</div>
    </div>
  );
}
