import type { Place } from './place';

/** Finds places of a text by offsets, in UTF-16 code units, and the other way round. */
export interface TextLines {
  /** A place beyond the end of its line, or of the text, is the nearest one that is there. */
  readonly offsetOf: (place: Place) => number;
  readonly placeOf: (offset: number) => Place;
}

/** Reads where the lines of a text begin. */
export function textLines(text: string): TextLines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const endOf = (line: number): number => {
    const next = starts[line];
    return next === undefined ? text.length : next - 1;
  };
  return {
    offsetOf: ({ line, column }) => {
      const start = starts[line - 1];
      if (start === undefined) return line < 1 ? 0 : text.length;
      return Math.min(start + Math.max(0, column), endOf(line));
    },
    placeOf: (offset) => {
      const within = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= within) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: within - (starts[low] ?? 0) };
    },
  };
}
