import type { ReactNode } from 'react';
import type { Fix } from '@/lib/trace/findings/finding';

interface FindingLineProps {
  /** What it is, in a word: "N+1". */
  readonly name: string;
  /** The cause, with the run's own numbers. */
  readonly children: ReactNode;
  /** What can be done about it: buttons or links. */
  readonly action?: ReactNode;
  /** How it is done better, to be opened where no button does it. */
  readonly advice?: Fix | null;
}

/** Something to look at under the code that it is about. */
export function FindingLine({ name, children, action, advice = null }: FindingLineProps) {
  return (
    <div className="finding">
      <mark className="finding-mark">{name}</mark>
      <div className="finding-text">
        <p>
          <span>{children}</span> {action}
        </p>
        {advice !== null && (
          <details className="finding-advice">
            <summary>How to do it better</summary>
            <FixAdvice fix={advice} />
          </details>
        )}
      </div>
    </div>
  );
}

/** A fix as text: what to do, and the piece of code that is usual for it. */
export function FixAdvice({ fix: { text, code } }: { readonly fix: Fix }) {
  return (
    <>
      <p>{text}</p>
      <pre className="finding-code">{code}</pre>
    </>
  );
}
