import { Each } from '@/components/ui/each';
import type { Change } from '@/lib/stores/fixes/fix-record';
import { type DiffLine, hunksOf } from './edit-lines';

interface FixDiffProps {
  readonly change: Change;
  /** "Changes to Read each author, Django ORM". */
  readonly label: string;
}

const WORDS = { removed: 'Before', added: 'Now' } as const;

/** The lines that a fix changed, and in them the characters. */
export function FixDiff({ change, label }: FixDiffProps) {
  return (
    <figure className="fix-diff" aria-label={label}>
      <Each of={hunksOf(change.before, change.edits)}>
        {({ file, removed, added }) => (
          <>
            {file !== 'script.py' && <p className="fix-file">{file}</p>}
            <ol>
              <Each of={removed}>{(line) => <Line kind="removed" line={line} />}</Each>
              <Each of={added}>{(line) => <Line kind="added" line={line} />}</Each>
            </ol>
          </>
        )}
      </Each>
    </figure>
  );
}

function Line({ kind, line }: { readonly kind: keyof typeof WORDS; readonly line: DiffLine }) {
  const Changed = kind === 'removed' ? 'del' : 'ins';
  return (
    <li className={`fix-${kind}`}>
      <span className="code-number" data-number={line.number} aria-hidden="true" />
      <span className="fix-sign" aria-hidden="true" />
      <code>
        <span className="sr-only">
          {WORDS[kind]}, line {line.number}:{' '}
        </span>
        <Each of={line.pieces}>
          {({ text, isChanged }) => (isChanged ? <Changed>{text}</Changed> : text)}
        </Each>
      </code>
    </li>
  );
}
