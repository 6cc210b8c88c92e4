/** A piece of SQL; `start` and `end` are places in the text, the end exclusive. Space and comments are no tokens. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'other';
  /** As it stands in the text. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SPACE = /(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$))+/y;
/** `'…'` may be a name too: SQLite takes a text for one where a name must stand. */
const QUOTED = /"(?:[^"]|"")*(?:"|$)|'(?:[^']|'')*(?:'|$)|`(?:[^`]|``)*(?:`|$)|\[[^\]]*(?:\]|$)/y;
const BLOB = /[xX]'[^']*(?:'|$)/y;
const WORD = /[\p{L}_\u0080-\u{10ffff}][\p{L}\p{N}_$\u0080-\u{10ffff}]*/uy;
const NUMBER = /(?:0[xX][0-9a-fA-F_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?)/y;
const PARAMETER = /\?\d*|[:@$#][\p{L}\p{N}_$:]+/uy;
const OPERATOR = /->>|->|\|\||<<|>>|<=|>=|<>|==|!=|[\s\S]/y;

/** Cuts SQL into its pieces; never fails, whatever the text. */
export function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(sql)?.[0] ?? null;
  };
  while (at < sql.length) {
    const space = take(SPACE);
    if (space !== null) {
      at += space.length;
      continue;
    }
    const [kind, text] = next(take);
    tokens.push({ kind, text, start: at, end: at + text.length });
    at += text.length;
  }
  return tokens;
}

function next(take: (pattern: RegExp) => string | null): [Token['kind'], string] {
  const blob = take(BLOB);
  if (blob !== null) return ['other', blob];
  const quoted = take(QUOTED);
  if (quoted !== null) return ['quoted', quoted];
  const word = take(WORD);
  if (word !== null) return ['word', word];
  return ['other', take(NUMBER) ?? take(PARAMETER) ?? take(OPERATOR) ?? ''];
}

/** The name that a word or a quoted name stands for; null for any other token. */
export function nameOf({ kind, text }: Token): string | null {
  if (kind === 'word') return text;
  if (kind !== 'quoted') return null;
  const [open = ''] = text;
  const inner = text.slice(1, -1);
  return open === '[' ? inner : inner.replaceAll(open + open, open);
}

/** The first word of a statement in capitals, as `SELECT`; empty when it starts with none. */
export function verbOf(sql: string): string {
  const first = tokensOf(sql).find(({ text }) => text !== ';');
  return first?.kind === 'word' ? first.text.toUpperCase() : '';
}
