import type { Value } from '../schema';
import type { ImageValue } from './image';

const MOST_CHARACTERS = 200;
const MOST_BYTES = 32;

/** A value of a database as tables of a trace show theirs: a long one by its beginning, bytes in hex. */
export function shownImageValue(value: ImageValue): Value {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : { type: 'int', value: String(value) };
  }
  if (typeof value === 'string') return text(value, value.length);
  if (value instanceof Uint8Array) return bytes(value, value.length);
  const { start, length } = value;
  return typeof start === 'string' ? text(start, length) : bytes(start, length);
}

function text(start: string, length: number): Value {
  if (length <= MOST_CHARACTERS) return start;
  return { type: 'str', value: Array.from(start).slice(0, MOST_CHARACTERS).join(''), length };
}

function bytes(start: Uint8Array, length: number): Value {
  const hex = Array.from(start.subarray(0, MOST_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  return { type: 'bytes', value: hex, ...(length > MOST_BYTES ? { length } : {}) };
}
