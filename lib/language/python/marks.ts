/** Something that gives Python code its shape; offsets in UTF-16 code units. */
export interface Mark {
  readonly kind: 'open' | 'close' | 'comma' | 'string' | 'remark' | 'statement';
  readonly at: number;
  /** Behind it; of a string, its quotes included. */
  readonly end: number;
}

/** What an offset of a Python text stands in. */
export interface Surroundings {
  /** The brackets that are open there, the innermost last. */
  readonly open: readonly OpenBracket[];
  /** Where the string begins that it stands in, behind the quotes; null outside of strings. */
  readonly stringAt: number | null;
  readonly isComment: boolean;
}

/** A bracket that is not closed yet. */
export interface OpenBracket {
  readonly at: number;
  /** Where the argument begins that is being written. */
  readonly argumentAt: number;
}

/** A line that can only begin a statement: what is open before it was forgotten to be closed. */
const STATEMENT = /^\s*(class|def|import|from|return|with|while|try|raise|assert)\b|^[A-Za-z_]\w*\s*(=|\.)/;

/** The marks of a text from an offset on. */
export function* marksFrom(text: string, from: number): Generator<Mark> {
  let at = from;
  while (at < text.length) {
    const kind = kindOf(text, at);
    const end =
      kind === 'remark' ? endOfLine(text, at) : kind === 'string' ? stringFrom(text, at).end : at + 1;
    if (kind !== null) yield { kind, at, end };
    at = end;
  }
}

function kindOf(text: string, at: number): Mark['kind'] | null {
  const char = text.charAt(at);
  if (char === '#') return 'remark';
  if (char === '"' || char === "'") return 'string';
  if ('([{'.includes(char)) return 'open';
  if (')]}'.includes(char)) return 'close';
  if (char === ',') return 'comma';
  return char === '\n' && STATEMENT.test(text.slice(at + 1, at + 40)) ? 'statement' : null;
}

/** Finds what an offset stands in, in code that is read while it is written. */
export function surroundings(text: string, offset: number): Surroundings {
  let open: readonly OpenBracket[] = [];
  for (const { kind, at, end } of marksFrom(text, 0)) {
    if (at >= offset) break;
    if (kind === 'remark' && offset <= end) return { open, stringAt: null, isComment: true };
    // Where its quotes are just being typed they may be the only ones.
    if (kind === 'string' && (offset < end || (offset === end && !isClosed(text, at, end))))
      return { open, stringAt: Math.min(stringFrom(text, at).begin, offset), isComment: false };
    open = follow(open, kind, at);
  }
  return { open, stringAt: null, isComment: false };
}

/** The brackets that are open behind a mark. */
function follow(open: readonly OpenBracket[], kind: Mark['kind'], at: number): readonly OpenBracket[] {
  if (kind === 'statement') return [];
  if (kind === 'open') return [...open, { at, argumentAt: at + 1 }];
  if (kind === 'close') return open.slice(0, -1);
  const innermost = open.at(-1);
  if (kind !== 'comma' || innermost === undefined) return open;
  return [...open.slice(0, -1), { ...innermost, argumentAt: at + 1 }];
}

/** Where the text of a string begins, and where the string ends, quotes included. */
function stringFrom(text: string, at: number): { readonly begin: number; readonly end: number } {
  const quote = text.charAt(at);
  const closing = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
  const begin = at + closing.length;
  for (let next = begin; next < text.length; next += 1) {
    if (text[next] === '\\') next += 1;
    else if (text.startsWith(closing, next)) return { begin, end: next + closing.length };
    else if (text[next] === '\n' && closing === quote) return { begin, end: next };
  }
  return { begin, end: text.length };
}

function isClosed(text: string, at: number, end: number): boolean {
  return end - at > 1 && text[end - 1] === text[at];
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
