import type { Cell, Value } from '../schema';
import { pythonTokens } from './python-tokens';

/** The value of a cell's last expression, ready to be shown. */
export interface ValueView {
  /** Its type in short: `list`, `Decimal`. */
  readonly type: string;
  /** Items of a list, tuple, set or dictionary; null for anything else. */
  readonly items: readonly string[] | null;
  /** All of it, as Python writes it. */
  readonly text: string;
  /** There was more of it than is recorded. */
  readonly cut: boolean;
}

const CONTAINERS: Readonly<Record<string, string>> = { list: '[]', tuple: '()', set: '{}', dict: '{}' };

/** Reads a cell's value; null when it has none. */
export function valueViewOf({ value, valueType }: Pick<Cell, 'value' | 'valueType'>): ValueView | null {
  if (value === null) return null;
  const type = valueType?.split('.').at(-1) ?? '';
  const cut = value.endsWith('…');
  return {
    type,
    items: CONTAINERS[valueType ?? ''] === undefined ? null : itemsOf(value, cut),
    text: value,
    cut,
  };
}

/** Cuts the text of a container at the commas between its items; null when it is not written as one. */
function itemsOf(text: string, cut: boolean): readonly string[] | null {
  if (text.length < 2 || !'[({'.includes(text[0] ?? '') || !(cut || '])}'.includes(text.at(-1) ?? '')))
    return null;
  const strings = pythonTokens(text).filter(({ kind }) => kind === 'string');
  const items: string[] = [];
  let depth = 0;
  let next = 0;
  let start = 1;
  for (let at = 0; at < text.length; at += 1) {
    const string = strings[next];
    if (string !== undefined && string.start === at) {
      at = string.end - 1;
      next += 1;
      continue;
    }
    const char = text[at] ?? '';
    if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth -= 1;
    if (!(depth === 1 && char === ',') && depth !== 0) continue;
    const item = text.slice(start, at).trim();
    if (item !== '') items.push(item);
    start = at + 1;
  }
  return items;
}

/** A cell of a table of rows. */
export interface ShownValue {
  /** As people read it: a text without quotes, bytes in hex. */
  readonly text: string;
  readonly kind: 'null' | 'boolean' | 'number' | 'text' | 'other';
  /** Its Python type, where it has one that SQLite does not; null otherwise. */
  readonly type: string | null;
  readonly cut: boolean;
}

const NUMBERS = new Set(['int', 'float', 'decimal']);

/** Reads a value of a row: NULL, an empty text and the text "NULL" are told apart by `kind`. */
export function shownValue(value: Value): ShownValue {
  if (value === null) return { text: 'NULL', kind: 'null', type: null, cut: false };
  if (typeof value === 'boolean')
    return { text: value ? 'True' : 'False', kind: 'boolean', type: null, cut: false };
  if (typeof value === 'number') return { text: String(value), kind: 'number', type: null, cut: false };
  if (typeof value === 'string') return { text: value, kind: 'text', type: null, cut: false };
  const cut = value.length !== undefined;
  if (value.type === 'str') return { text: value.value, kind: 'text', type: null, cut };
  return { text: value.value, kind: NUMBERS.has(value.type) ? 'number' : 'other', type: value.type, cut };
}
