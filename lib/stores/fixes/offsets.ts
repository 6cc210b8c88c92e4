import type { Edit } from '../../runtime';

/** An edit by offsets in a text. */
export interface OffsetEdit {
  readonly start: number;
  readonly before: string;
  readonly after: string;
}

/** The edits of one file by their offsets in it as it was, in order. */
export function byOffset(text: string, edits: readonly Edit[]): readonly OffsetEdit[] {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return edits
    .map(({ span, before, after }) => ({
      start: (lineStarts[span.startLine - 1] ?? text.length) + span.startColumn,
      before,
      after,
    }))
    .sort((one, other) => one.start - other.start);
}
