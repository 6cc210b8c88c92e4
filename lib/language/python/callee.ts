/** What is called, or subscripted, at an open bracket. */
export interface Callee {
  /** The last name: `filter` of `Book.objects.filter(`. */
  readonly name: string;
  /** Where that begins, in UTF-16 code units. */
  readonly nameAt: number;
  /** The expression before its dot as it stands in the text; null for a bare name. */
  readonly receiver: string | null;
}

/** Reads what stands before a bracket; null where that is no name. */
export function calleeAt(text: string, bracketAt: number): Callee | null {
  const end = skipSpace(text, bracketAt);
  const nameAt = nameBefore(text, end);
  if (nameAt === end || text[bracketAt] !== '(') return null;
  const name = text.slice(nameAt, end);
  const dot = skipSpace(text, nameAt);
  if (text[dot - 1] !== '.') return { name, nameAt, receiver: null };
  return { name, nameAt, receiver: text.slice(expressionBefore(text, dot - 1), dot - 1) };
}

/** Where the chain of names, calls and subscripts begins that ends at an offset. */
function expressionBefore(text: string, end: number): number {
  let at = skipSpace(text, end);
  for (;;) {
    while (at > 0 && ')]'.includes(text.charAt(at - 1))) at = skipSpace(text, bracketBefore(text, at));
    const name = nameBefore(text, at);
    if (name === at) return at;
    const dot = skipSpace(text, name);
    if (text[dot - 1] !== '.') return name;
    at = skipSpace(text, dot - 1);
  }
}

/** Where the bracket opens that closes right before an offset; quotes are taken as pairs on their line. */
function bracketBefore(text: string, end: number): number {
  let depth = 0;
  for (let at = end - 1; at >= 0; at -= 1) {
    const char = text.charAt(at);
    if (char === '"' || char === "'") {
      const opening = text.lastIndexOf(char, at - 1);
      if (opening !== -1 && !text.slice(opening, at).includes('\n')) at = opening;
    } else if (')]}'.includes(char)) depth += 1;
    else if ('([{'.includes(char)) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return 0;
}

function nameBefore(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\w/.test(text.charAt(at - 1))) at -= 1;
  return at;
}

function skipSpace(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at -= 1;
  return at;
}
