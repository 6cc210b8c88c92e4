import type { Edit } from '../../runtime';
import { byOffset } from './offsets';

/**
 * Takes edits out of a text that may have been edited since: later edits stay where they do not touch the same
 * places. What lies between the first and the last of them counts as edited.
 *
 * @param before the text as it was before the edits
 * @param after the text with them
 * @param now the text as it is
 * @returns the text without them; null where later edits touch them
 */
export function takeBack(before: string, after: string, now: string, edits: readonly Edit[]): string | null {
  const most = Math.min(after.length, now.length);
  let same = 0;
  while (same < most && after[same] === now[same]) same += 1;
  let sameEnd = 0;
  while (sameEnd < most - same && after.at(-1 - sameEnd) === now.at(-1 - sameEnd)) sameEnd += 1;
  let moved = 0;
  const places: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  for (const edit of byOffset(before, edits)) {
    const start = edit.start + moved;
    const end = start + edit.after.length;
    moved += edit.after.length - edit.before.length;
    if (end <= same) places.push({ start, end, text: edit.before });
    else if (start >= after.length - sameEnd) {
      const later = now.length - after.length;
      places.push({ start: start + later, end: end + later, text: edit.before });
    } else return null;
  }
  return places.reduceRight(
    (text, { start, end, text: old }) => text.slice(0, start) + old + text.slice(end),
    now,
  );
}
