/** A text that is put into another one, before the code unit at `at`. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** A text with insertions, and the way between it and the text as it was; offsets are UTF-16 code units. */
export interface WovenText {
  readonly source: string;
  readonly text: string;
  /** Where an offset of the source stands in the woven text: behind what was inserted there. */
  readonly toWoven: (offset: number) => number;
  /** Where an offset of the woven text stands in the source; null within an insertion. */
  readonly toSource: (offset: number) => number | null;
}

/** Puts insertions into a text; those at one place keep their order. */
export function weaveText(source: string, insertions: readonly Insertion[]): WovenText {
  const sorted = [...insertions]
    .filter(({ text }) => text !== '')
    .map((insertion, order) => ({ ...insertion, order }))
    .sort((a, b) => a.at - b.at || a.order - b.order);
  const pieces: string[] = [];
  /** Each with where it begins in the woven text. */
  const placed: { readonly at: number; readonly start: number; readonly length: number }[] = [];
  let done = 0;
  let length = 0;
  for (const { at, text } of sorted) {
    pieces.push(source.slice(done, at), text);
    length += at - done;
    placed.push({ at, start: length, length: text.length });
    length += text.length;
    done = at;
  }
  pieces.push(source.slice(done));
  return {
    source,
    text: pieces.join(''),
    toWoven: (offset) =>
      placed.reduce((sum, { at, length: more }) => (at <= offset ? sum + more : sum), offset),
    toSource: (offset) => {
      let before = 0;
      for (const { start, length: more } of placed) {
        if (offset < start) break;
        // Its first code unit is also the end of what stands before it.
        if (offset > start && offset < start + more) return null;
        if (offset === start) return start - before;
        before += more;
      }
      return offset - before;
    },
  };
}
