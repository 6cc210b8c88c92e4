import type { FileEdit } from './project';
import { textLines } from './text-lines';

/** Makes changes that do not overlap to a text; their places are those in the text as it is. */
export function applyEdits(text: string, edits: readonly FileEdit[]): string {
  const lines = textLines(text);
  const placed = edits
    .map((edit) => ({
      start: lines.offsetOf({ line: edit.startLine, column: edit.startColumn }),
      end: lines.offsetOf({ line: edit.endLine, column: edit.endColumn }),
      text: edit.text,
    }))
    .sort((a, b) => b.start - a.start);
  return placed.reduce(
    (result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end),
    text,
  );
}
