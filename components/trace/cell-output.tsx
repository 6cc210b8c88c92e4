import type { Cell } from '@/lib/trace/schema';

/** What a cell printed. */
export function CellOutput({ cell: { stdout } }: { readonly cell: Pick<Cell, 'stdout'> }) {
  if (stdout === '') return null;
  return (
    <div className="outcome">
      <b>Printed</b>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it with the arrow keys */}
      <pre tabIndex={0}>{stdout}</pre>
    </div>
  );
}
