import type { Files } from '../scenarios/types';
import { cutScript } from './cut-script';

const SCRIPT = 'script.py';

/**
 * From which cell on results no longer belong to the code: cells share their variables, so a change touches
 * all that follows; a change in any other file touches everything. Space at the end of a cell is no change,
 * though it moves the lines of the cells below.
 * @returns the index of the first cell of `now` that was touched, the number of its cells when only cells
 * at the end were removed; null when nothing was changed
 */
export function firstChangedCell(ran: Files, now: Files): number | null {
  const names = new Set([...Object.keys(ran), ...Object.keys(now)]);
  for (const name of names) {
    if (name !== SCRIPT && ran[name] !== now[name]) return 0;
  }
  const then = ran[SCRIPT] ?? '';
  const script = now[SCRIPT] ?? '';
  if (then === script) return null;
  const { head: headBefore, cells: before } = cutScript(then);
  const { head, cells } = cutScript(script);
  if (head.trimEnd() !== headBefore.trimEnd()) return 0;
  const first = cells.findIndex(
    ({ title, body }, index) =>
      title !== before[index]?.title || body.trimEnd() !== before[index]?.body.trimEnd(),
  );
  if (first !== -1) return first;
  // Only cells at the end are gone, or only space was changed.
  return before.length > cells.length ? cells.length : null;
}
