/** A text or bytes literal that begins at some place. */
export interface StringLiteral {
  readonly kind: 'str' | 'bytes';
  readonly value: string;
  readonly end: number;
}

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};
const HEX_LENGTH: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads the literal at a place, as Python's repr writes it; null when none is there, or it does not end. */
export function stringAt(text: string, start: number): StringLiteral | null {
  const isBytes = text[start] === 'b';
  const quote = text[isBytes ? start + 1 : start];
  if (quote !== "'" && quote !== '"') return null;
  let value = '';
  for (let at = isBytes ? start + 2 : start + 1; at < text.length; ) {
    const character = text[at];
    if (character === quote) return { kind: isBytes ? 'bytes' : 'str', value, end: at + 1 };
    if (character === '\\') {
      const escaped = escapeAt(text, at + 1);
      if (escaped === null) return null;
      value += escaped.value;
      at = escaped.end;
    } else {
      value += character;
      at += 1;
    }
  }
  return null;
}

function escapeAt(text: string, at: number): { readonly value: string; readonly end: number } | null {
  const letter = text[at] ?? '';
  const simple = SIMPLE[letter];
  if (simple !== undefined) return { value: simple, end: at + 1 };
  const length = HEX_LENGTH[letter];
  const digits = text.slice(at + 1, at + 1 + (length ?? 0));
  if (length === undefined || digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) return null;
  const code = Number.parseInt(digits, 16);
  return code > 0x10ffff ? null : { value: String.fromCodePoint(code), end: at + 1 + length };
}
