import { PYTHON_KEYWORDS } from '../../util/python-keywords';

/** A stretch of Python that is set in a way of its own; what is between two of them is plain. */
export interface PythonToken {
  readonly kind: 'keyword' | 'string' | 'comment';
  readonly start: number;
  readonly end: number;
}

const NAME = /[\p{L}\p{Nl}_][\p{L}\p{N}\p{M}_]*/uy;
const PREFIX = /^(?:[rub]|[ft]|br|rb|[ft]r|r[ft])$/i;

/** A place inside a string that holds fields: `f"{field}"`, or inside one of its fields. */
type Frame =
  | { readonly kind: 'string'; readonly quote: string; readonly isRaw: boolean }
  | { readonly kind: 'field'; depth: number }
  | { readonly kind: 'format' };

/**
 * Cuts Python into keywords, strings and comments. Fields of f-strings and t-strings are code again, however
 * deep. Never fails, and takes time in proportion to the text: it is what people see while they type.
 */
export function pythonTokens(text: string): readonly PythonToken[] {
  return new Scanner(text).scan();
}

class Scanner {
  readonly #text: string;
  readonly #tokens: PythonToken[] = [];
  readonly #frames: Frame[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): readonly PythonToken[] {
    while (this.#at < this.#text.length) {
      const frame = this.#frames.at(-1);
      if (frame?.kind === 'string') this.#insideString(frame.quote, frame.isRaw);
      else if (frame?.kind === 'format') this.#insideFormat();
      else this.#code(frame);
    }
    return this.#tokens;
  }

  #code(field: { depth: number } | undefined): void {
    const char = this.#text[this.#at] ?? '';
    if (char === '#') {
      this.#push('comment', this.#endOfLine(this.#at));
    } else if (char === '"' || char === "'") {
      this.#string(this.#at, '');
    } else {
      NAME.lastIndex = this.#at;
      const name = NAME.exec(this.#text)?.[0];
      if (name !== undefined) this.#name(name);
      else this.#sign(char, field);
    }
  }

  #name(name: string): void {
    const behind = this.#text[this.#at + name.length];
    if ((behind === '"' || behind === "'") && PREFIX.test(name))
      this.#string(this.#at + name.length, name.toLowerCase());
    else if (PYTHON_KEYWORDS.has(name)) this.#push('keyword', this.#at + name.length);
    else this.#at += name.length;
  }

  #sign(char: string, field: { depth: number } | undefined): void {
    this.#at += 1;
    if (field === undefined) return;
    if ('([{'.includes(char)) field.depth += 1;
    else if (field.depth > 0 && ')]}'.includes(char)) field.depth -= 1;
    else if (char === '}') this.#frames.pop();
    else if (char === ':' && field.depth === 0) this.#frames[this.#frames.length - 1] = { kind: 'format' };
  }

  /** A string whose quotes begin at `open`; its prefix is before them. */
  #string(open: number, prefix: string): void {
    const quote = this.#text[open] ?? '';
    const triple = quote.repeat(3);
    const closing = this.#text.startsWith(triple, open) ? triple : quote;
    const start = this.#at;
    this.#at = open + closing.length;
    if (/[ft]/.test(prefix)) {
      this.#tokens.push({ kind: 'string', start, end: this.#at });
      this.#frames.push({ kind: 'string', quote: closing, isRaw: prefix.includes('r') });
      return;
    }
    while (this.#at < this.#text.length && !this.#endsString(closing))
      this.#at += this.#text[this.#at] === '\\' ? 2 : 1;
    const isClosed = this.#text.startsWith(closing, this.#at);
    this.#at = Math.min(this.#text.length, this.#at + (isClosed ? closing.length : 0));
    this.#tokens.push({ kind: 'string', start, end: this.#at });
  }

  /** The text of a string with fields, up to its next field or its end. */
  #insideString(quote: string, isRaw: boolean): void {
    const start = this.#at;
    while (this.#at < this.#text.length && !this.#endsString(quote)) {
      const char = this.#text[this.#at];
      const next = this.#text[this.#at + 1];
      const isDoubled = (char === '{' || char === '}') && next === char;
      if (char === '{' && !isDoubled) break;
      if (char === '\\' && next === 'N' && !isRaw) this.#namedCharacter();
      else this.#at += isDoubled || (char === '\\' && next !== '{') ? 2 : 1;
    }
    this.#at = Math.min(this.#at, this.#text.length);
    if (this.#text[this.#at] === '{') {
      this.#until(start);
      this.#frames.push({ kind: 'field', depth: 0 });
      this.#at += 1;
      return;
    }
    if (this.#text.startsWith(quote, this.#at)) this.#at += quote.length;
    this.#until(start);
    this.#frames.pop();
  }

  /** `\N{BULLET}`: its braces make no field. */
  #namedCharacter(): void {
    const name = /\\N(?:\{[\p{L}\p{N} -]*\})?/uy;
    name.lastIndex = this.#at;
    this.#at += name.exec(this.#text)?.[0].length ?? 2;
  }

  /** What says how a field is written: text, which may hold fields itself. */
  #insideFormat(): void {
    const start = this.#at;
    while (this.#at < this.#text.length && !'{}\n'.includes(this.#text[this.#at] ?? '')) this.#at += 1;
    this.#until(start);
    const char = this.#text[this.#at];
    this.#at += 1;
    if (char === '{') this.#frames.push({ kind: 'field', depth: 0 });
    else this.#frames.pop();
  }

  /** Whether the string ends here: at its quote or, when it is one of a line, with the line. */
  #endsString(quote: string): boolean {
    return this.#text.startsWith(quote, this.#at) || (quote.length === 1 && this.#text[this.#at] === '\n');
  }

  #endOfLine(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end === -1 ? this.#text.length : end;
  }

  #push(kind: PythonToken['kind'], end: number): void {
    this.#tokens.push({ kind, start: this.#at, end });
    this.#at = end;
  }

  #until(start: number): void {
    if (this.#at > start) this.#tokens.push({ kind: 'string', start, end: this.#at });
  }
}
