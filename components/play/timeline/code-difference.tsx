import { Each } from '@/components/ui/each';
import { ORM_NAMES } from '@/lib/orm/orm';
import { diffHunks } from '@/lib/util/line-diff';
import type { FileDifference } from './run-difference';

/** Lines that are shown around a change. */
const AROUND = 2;
const WORDS = { same: '', removed: 'Removed: ', added: 'Added: ' } as const;

/** What was changed in a file, line by line. */
export function CodeDifference({ file: { orm, name, lines } }: { readonly file: FileDifference }) {
  const label = `${name}, ${ORM_NAMES[orm]}`;
  return (
    <figure className="code-difference">
      <figcaption>{label}</figcaption>
      <ol aria-label={`Changes to ${label}`}>
        <Each of={diffHunks(lines, AROUND)}>
          {(line) =>
            line === null ? (
              <li className="code-left-out" aria-label="Lines that are the same are left out">
                <span aria-hidden="true">⋯</span>
              </li>
            ) : (
              <li className={`code-${line.kind}`}>
                <span className="code-lines" aria-hidden="true">
                  {line.after ?? line.before}
                </span>
                <code>
                  <span className="sr-only">{WORDS[line.kind]}</span>
                  {line.text}
                </code>
              </li>
            )
          }
        </Each>
      </ol>
    </figure>
  );
}
