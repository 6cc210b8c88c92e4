/**
 * Finds the lines of a Python text that begin inside a string: what looks like a comment there is none.
 * @returns null when the text ends inside a string that spans lines: it is broken, and where its strings
 * are is anybody's guess
 */
export function linesInsideStrings(text: string): ReadonlySet<number> | null {
  const inside = new Set<number>();
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    if (char === '\n') line += 1;
    if (char === '#') {
      at = endOfLine(text, at);
    } else if (char === '"' || char === "'") {
      const end = endOfString(text, at, char);
      if (end === null) return null;
      for (; at < end; at += 1) {
        if (text[at] !== '\n') continue;
        line += 1;
        inside.add(line);
      }
    } else {
      at += 1;
    }
  }
  return inside;
}

/** Where a string ends that begins at `start`; a one-line string that is not closed ends with its line. */
function endOfString(text: string, start: number, quote: string): number | null {
  const triple = quote.repeat(3);
  const closing = text.startsWith(triple, start) ? triple : quote;
  for (let at = start + closing.length; at < text.length; at += 1) {
    // Also in a raw string: there the backslash stays, but the quote behind it closes nothing either.
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(closing, at)) return at + closing.length;
    else if (text[at] === '\n' && closing === quote) return at;
  }
  return closing === quote ? text.length : null;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
