import type { ReactNode } from 'react';
import { Each } from './each';

interface DataTableProps {
  /** What the table is of; its name for who listens, and the name of the region that scrolls. */
  readonly label: string;
  readonly head: readonly ReactNode[];
  /** Rows of `<td>` (and a `<th scope="row">` where a row has a name) inside `<tr>`. */
  readonly children: ReactNode;
  readonly className?: string;
}

/** A table that scrolls sideways by itself when it is wider than its place, by keys too. */
export function DataTable({ label, head, children, className }: DataTableProps) {
  return (
    <section
      className={className === undefined ? 'data-table' : `data-table ${className}`}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it with the arrow keys
      tabIndex={0}
    >
      <table>
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <Each of={head}>{(words) => <th scope="col">{words}</th>}</Each>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
