import { Each } from '@/components/ui/each';
import type { RunError } from '@/lib/trace/schema';
import { SCRIPT } from '@/lib/trace/view/calls';

interface ErrorBlockProps {
  readonly error: RunError;
  /** It has just happened, and is read out. */
  readonly isNew?: boolean;
}

/** Why a run stopped, under the line at which it did: what it is, what it means, and how it came there. */
export function ErrorBlock({ error, isNew = false }: ErrorBlockProps) {
  const { type, message, hint, span, frames } = error;
  const name = type.split('.').at(-1);
  return (
    <div className="error-block" role={isNew ? 'alert' : undefined}>
      <p>
        <b>
          {name}
          {span !== undefined && `, ${placeOf(span.file, span.startLine)}`}.
        </b>{' '}
        <span className="error-message">{message}</span>
      </p>
      {hint !== undefined && <p className="error-hint">{hint}</p>}
      {frames.length > 1 && (
        <details>
          <summary>How it came there</summary>
          <ol>
            <Each of={frames}>
              {({ function: caller, span: { file, startLine } }) => (
                <li>
                  {placeOf(file, startLine)}
                  {caller !== '<module>' && `, in ${caller}`}
                </li>
              )}
            </Each>
          </ol>
        </details>
      )}
    </div>
  );
}

function placeOf(file: string, line: number): string {
  return file === SCRIPT ? `line ${line}` : `${file}, line ${line}`;
}
