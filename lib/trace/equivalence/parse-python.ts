import { stringAt } from './python-string';
import type { Parsed, PythonSequence, PythonValue } from './python-value';

/** What the runner puts where it cut a repr (`represent` of lib/runtime/python/ormpilot). */
const CUT = '…';
/** What Django's repr of a QuerySet shows in place of the rows after the twentieth. */
const REST_OF_QUERY_SET = '...(remaining elements truncated)...';
const DEEPEST = 100;
const NUMBER = /[+-]?(?:0x[0-9a-f]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf\b|nan\b)j?/iy;
const NAME = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/uy;
const SPACE = /\s*/y;
/** An object's own text ends at the `>` after which a container goes on or ends. */
const OBJECT_END = />(?=\s*(?:[,\])}:>]|$))/g;

/**
 * Reads the repr of a Python value: literals, containers, calls as `Decimal('1.50')`, QuerySets; whatever
 * stands in `<…>` is an object that shows itself by its own text. A list that was cut gives its whole items.
 */
export function parsePython(text: string): Parsed {
  const parser = new Parser(text);
  const value = parser.value();
  if (value === CUT_HERE) return { kind: 'cut' };
  if (value === null || !parser.isAtEnd()) return { kind: 'unreadable' };
  return { kind: 'value', value };
}

/** The text that a value was read from. */
const SOURCES = new WeakMap<PythonValue, string>();

/** The very text that a value of `parsePython` was read from. */
export function sourceOf(value: PythonValue): string {
  return SOURCES.get(value) ?? '';
}

/** The text ends by having been cut. */
const CUT_HERE = Symbol('cut');
type Read<Value> = Value | typeof CUT_HERE | null;

class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  isAtEnd(): boolean {
    this.take(SPACE);
    return this.at === this.text.length || this.isCut();
  }

  /** The value here; null when none is readable. */
  value(): Read<PythonValue> {
    if (this.depth > DEEPEST) return null;
    this.depth += 1;
    this.take(SPACE);
    const start = this.at;
    const found = this.one();
    this.depth -= 1;
    if (found !== null && found !== CUT_HERE) SOURCES.set(found, this.text.slice(start, this.at));
    if (found !== null || !this.text.endsWith(CUT)) return found;
    // It was cut inside of this value, or before it becomes readable: either way it is not known.
    this.at = this.text.length - CUT.length;
    return CUT_HERE;
  }

  private one(): Read<PythonValue> {
    if (this.isCut()) return CUT_HERE;
    const first = this.text[this.at];
    switch (first) {
      case '[':
        return this.sequence('list', ']');
      case '(':
        return this.tuple();
      case '{':
        return this.braces();
      case '<':
        return this.object();
      default:
        return this.string() ?? this.nameOrCall() ?? this.number();
    }
  }

  private isCut(): boolean {
    return this.text[this.at] === CUT && this.at === this.text.length - 1;
  }

  private sequence(kind: PythonSequence['kind'], close: string): Read<PythonSequence> {
    this.at += 1;
    const items: PythonValue[] = [];
    const result = this.items(close, () => {
      const item = this.value();
      if (item !== null && item !== CUT_HERE) items.push(item);
      return item;
    });
    if (result === null) return null;
    // Of the whole value the first items are known; an item of it that was cut is not.
    if (result === CUT_HERE && this.depth > 1) return CUT_HERE;
    return { kind, items, isCut: result === CUT_HERE };
  }

  /** Reads what stands between commas until the closing bracket, which it takes. */
  private items(close: string, read: () => Read<unknown>): Read<true> {
    for (;;) {
      this.take(SPACE);
      if (this.skip(close)) return true;
      const item = read();
      if (item === null || item === CUT_HERE) return item;
      this.take(SPACE);
      if (this.skip(',')) continue;
      if (this.skip(close)) return true;
      return this.isCut() ? CUT_HERE : null;
    }
  }

  /** A parenthesis without a comma is no tuple, but what stands in it, as in a complex number. */
  private tuple(): Read<PythonValue> {
    const start = this.at;
    const tuple = this.sequence('tuple', ')');
    if (tuple === null || tuple === CUT_HERE || tuple.items.length !== 1 || tuple.isCut) return tuple;
    const isTuple = /,\s*\)$/.test(this.text.slice(start, this.at));
    return isTuple ? tuple : (tuple.items[0] ?? null);
  }

  private braces(): Read<PythonValue> {
    const start = this.at;
    this.at += 1;
    const entries: (readonly [PythonValue, PythonValue])[] = [];
    const result = this.items('}', () => {
      const key = this.value();
      if (key === null || key === CUT_HERE) return key;
      this.take(SPACE);
      if (!this.skip(':')) return this.isCut() ? CUT_HERE : null;
      const value = this.value();
      if (value !== null && value !== CUT_HERE) entries.push([key, value]);
      return value;
    });
    if (result === true) return { kind: 'dict', entries };
    if (entries.length > 0) return result;
    this.at = start;
    return this.sequence('set', '}');
  }

  private object(): Read<PythonValue> {
    const querySet = /<QuerySet (?=\[)/y;
    if (this.take(querySet) !== null) {
      const list = this.sequence('QuerySet', ']');
      if (list === null || list === CUT_HERE || list.isCut) return list;
      if (!this.skip('>')) return null;
      const last = list.items.at(-1);
      if (last?.kind !== 'str' || last.value !== REST_OF_QUERY_SET) return list;
      return { ...list, items: list.items.slice(0, -1), isCut: true };
    }
    OBJECT_END.lastIndex = this.at;
    if (OBJECT_END.exec(this.text) === null) return null;
    const text = this.text.slice(this.at, OBJECT_END.lastIndex);
    this.at = OBJECT_END.lastIndex;
    return { kind: 'object', text };
  }

  private string(): PythonValue | null {
    const found = stringAt(this.text, this.at);
    if (found === null) return null;
    this.at = found.end;
    return { kind: found.kind, value: found.value };
  }

  private number(): PythonValue | null {
    const text = this.take(NUMBER)?.replaceAll('_', '').toLowerCase();
    if (text === undefined || text.endsWith('j')) return null;
    return { kind: /^[+-]?(?:\d+|0x[0-9a-f]+)$/.test(text) ? 'int' : 'float', text };
  }

  private nameOrCall(): Read<PythonValue> {
    const start = this.at;
    const name = this.take(NAME);
    if (name === null) return null;
    if (this.text[this.at] === '(') return this.call(name);
    switch (name) {
      case 'None':
        return { kind: 'none' };
      case 'True':
      case 'False':
        return { kind: 'bool', value: name === 'True' };
      case 'inf':
      case 'nan':
        return { kind: 'float', text: name };
      default:
        this.at = start;
        return null;
    }
  }

  private call(name: string): Read<PythonValue> {
    this.at += 1;
    const args: PythonValue[] = [];
    const named: (readonly [string, PythonValue])[] = [];
    const result = this.items(')', () => {
      const keyword = /([\p{L}_][\p{L}\p{N}_]*)=/uy;
      const key = this.take(keyword)?.slice(0, -1);
      const value = this.value();
      if (value === null || value === CUT_HERE) return value;
      if (key === undefined) args.push(value);
      else named.push([key, value]);
      return value;
    });
    if (result !== true) return result;
    const [only] = args;
    if (name === 'set' && args.length === 0) return { kind: 'set', items: [], isCut: false };
    if (name === 'frozenset' && (only === undefined || only.kind === 'set'))
      return { kind: 'frozenset', items: only?.items ?? [], isCut: only?.isCut ?? false };
    return { kind: 'call', name, args, named };
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return null;
    this.at += found.length;
    return found;
  }

  private skip(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }
}
