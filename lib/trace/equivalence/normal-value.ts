import { assertNever } from '../../util/assert-never';
import type { PythonValue } from './python-value';

/** A value as it is compared. */
export interface NormalValue {
  /** Its Python type, without the module. */
  readonly type: string;
  /** The same for values that are equal across types: 5, 5.0, Decimal('5.00'); a date and its ISO text. */
  readonly loose: string;
  /** The same only for values that are equal and of one type, all the way down. */
  readonly strict: string;
  /** Its parts, where it is a container, in the order of `loose`. */
  readonly parts: readonly NormalValue[];
  /** Whether it is or holds an object that shows itself by a text of its own. */
  readonly hasObject: boolean;
}

const ISO_MOMENT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?$/;
const ISO_TIME = /^(\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?$/;
const UUID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

/**
 * Brings a value into the form in which it is compared. Numbers compare by what they are worth, booleans
 * among them, as in Python; dates, times and UUIDs by the text that SQLite stores for them; lists with lists
 * and tuples by their items, sets and dicts whatever their order.
 */
export function normalise(value: PythonValue): NormalValue {
  switch (value.kind) {
    case 'none':
      return leaf('NoneType', 'none', 'none');
    case 'bool':
      return leaf('bool', `n:${value.value ? 1 : 0}`, String(value.value));
    case 'int':
    case 'float':
      return number(value.kind, value.text);
    case 'str':
      return leaf('str', textKey(value.value), `s:${value.value}`);
    case 'bytes':
      return leaf('bytes', `b:${value.value}`, value.value);
    case 'list':
    case 'tuple':
    case 'QuerySet':
      return container(value.kind, value.items.map(normalise));
    case 'set':
    case 'frozenset':
      return container(value.kind, sorted(value.items.map(normalise)));
    case 'dict':
      return container('dict', sorted(value.entries.map((entry) => container('item', entry.map(normalise)))));
    case 'call':
      return call(value.name.split('.').at(-1) ?? value.name, value);
    case 'object':
      return object(value.text);
    default:
      return assertNever(value);
  }
}

/** Digits, exponent and sign of a number, so that two texts of one number are one: 5.00, 5, 0.5e1. */
export function numberKey(text: string): string {
  if (/^[+-]?0x/.test(text))
    return `n:${text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text.replace('+', ''))}`;
  const found = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text);
  if (found === null) return `n:${text.toLowerCase().replace('infinity', 'inf')}`;
  const [, sign, whole = '', fraction = '', exponent = '0'] = found;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  if (kept === '') return 'n:0';
  const power = Number(exponent) - fraction.length + (digits.length - kept.length);
  return `n:${sign === '-' ? '-' : ''}${kept}${power === 0 ? '' : `e${power}`}`;
}

/** An object that shows itself by a text of its own. */
export function object(text: string): NormalValue {
  return { type: 'object', loose: `o:${text}`, strict: `o:${text}`, parts: [], hasObject: true };
}

/** A value without parts: its type, what it is across types, and within its own. */
export function leaf(type: string, loose: string, strict: string): NormalValue {
  return { type, loose, strict: `${type} ${strict}`, parts: [], hasObject: false };
}

function number(type: string, text: string): NormalValue {
  const key = numberKey(text);
  return leaf(type, key, key);
}

/** A text, or the moment or the UUID that it stands for, so that all ways to write these are one. */
export function textKey(text: string): string {
  const found = ISO_MOMENT.exec(text);
  if (found !== null) {
    const [, day, minutes, seconds = '00', fraction = ''] = found;
    return `s:${day} ${minutes}:${seconds}.${fraction.padEnd(6, '0')}`;
  }
  const time = ISO_TIME.exec(text);
  if (time !== null) {
    const [, minutes, seconds = '00', fraction = ''] = time;
    return `s:${minutes}:${seconds}.${fraction.padEnd(6, '0')}`;
  }
  return UUID.test(text) ? `u:${text.replaceAll('-', '').toLowerCase()}` : `s:${text}`;
}

/** A value with parts. */
export function container(type: string, parts: readonly NormalValue[]): NormalValue {
  const isSequence = type === 'list' || type === 'tuple' || type === 'QuerySet' || type === 'item';
  const kind = isSequence ? 'seq' : type === 'frozenset' ? 'set' : type;
  return {
    type,
    loose: `${kind}[${parts.map(({ loose }) => `${loose.length}:${loose}`).join()}]`,
    strict: `${type}[${parts.map(({ strict }) => `${strict.length}:${strict}`).join()}]`,
    parts,
    hasObject: parts.some(({ hasObject }) => hasObject),
  };
}

function sorted(parts: readonly NormalValue[]): readonly NormalValue[] {
  return parts.toSorted((one, other) => (one.loose < other.loose ? -1 : Number(one.loose > other.loose)));
}

function call(name: string, value: Extract<PythonValue, { kind: 'call' }>): NormalValue {
  const { args, named } = value;
  const [first] = args;
  const isPlain = named.length === 0;
  switch (name) {
    case 'Decimal':
      if (isPlain && first?.kind === 'str') return number(name, first.value.toLowerCase());
      break;
    case 'UUID':
      if (isPlain && first?.kind === 'str') return leaf(name, textKey(first.value), textKey(first.value));
      break;
    case 'date':
    case 'datetime':
    case 'time': {
      const numbers = args.flatMap((arg) => (arg.kind === 'int' ? Number(arg.text) : []));
      if (isPlain && numbers.length === args.length) return moment(name, numbers);
      break;
    }
  }
  const parts = [...args.map(normalise), ...named.map(([, each]) => normalise(each))];
  const keys = named.map(([key]) => key).join();
  const made = container(`${name}(${keys})`, parts);
  return { ...made, type: name };
}

function moment(type: 'date' | 'datetime' | 'time', numbers: readonly number[]): NormalValue {
  const digits = (at: number, length = 2): string => String(numbers[at] ?? 0).padStart(length, '0');
  const day = `${digits(0, 4)}-${digits(1)}-${digits(2)}`;
  const time = (at: number): string =>
    `${digits(at)}:${digits(at + 1)}:${digits(at + 2)}.${digits(at + 3, 6)}`;
  switch (type) {
    case 'date':
      return leaf(type, `s:${day}`, day);
    case 'datetime':
      return leaf(type, textKey(`${day} ${time(3)}`), `${day} ${time(3)}`);
    case 'time':
      return leaf(type, textKey(time(0)), time(0));
    default:
      return assertNever(type);
  }
}
