import { whole } from '@/lib/trace/view/figures';
import { LIVE_STATEMENTS } from '@/lib/trace/view/live-trace';
import type { CellView } from '@/lib/trace/view/side-view';

/** What is to be said of a cell that goes on: not all that it has sent is shown yet. */
export function RunningNote({ view }: { readonly view: CellView }) {
  const sent = view.items.reduce((sum, { statements }) => sum + statements.length, 0);
  if (sent < LIVE_STATEMENTS) return null;
  return (
    <p className="statement-note">
      The first {whole(LIVE_STATEMENTS)} that it sent; all of them are here when the cell has ended.
    </p>
  );
}
