import { blobLiteral, isCut, type ShownValue } from '@/lib/inspect';
import { counted, whole } from '@/lib/trace/view/figures';

export type StorageKind = 'null' | 'integer' | 'real' | 'text' | 'blob';

/** The storage class of a value, in lower case. */
export function kindOf(value: ShownValue): StorageKind {
  const held = isCut(value) ? value.start : value;
  if (held === null) return 'null';
  if (held instanceof Uint8Array) return 'blob';
  return typeof held === 'bigint' ? 'integer' : typeof held === 'number' ? 'real' : 'text';
}

/**
 * A value as a text: a real always with its point, so that it is told from an integer; a blob as SQL has it.
 * A cut one as far as it is there.
 */
export function textOf(value: ShownValue): string {
  const held = isCut(value) ? value.start : value;
  if (held === null) return 'NULL';
  if (held instanceof Uint8Array) return blobLiteral(held);
  if (typeof held === 'number')
    return Number.isInteger(held) && Math.abs(held) < 1e21 ? held.toFixed(1) : String(held);
  return String(held);
}

/** Characters of a value that its beginning in one line is made of. */
const LOOKED_AT = 400;

/**
 * The beginning of a value, in one line.
 * @param most how many characters, never ended within one
 */
export function startOf(
  value: ShownValue,
  most: number,
): { readonly text: string; readonly isWhole: boolean } {
  const text = textOf(value);
  // Spaces around the ends of lines become one: so much is looked at that it is enough after that.
  const line = text.slice(0, LOOKED_AT).replaceAll(/\s*\n\s*/g, ' ↵ ');
  if (line.length <= most && text.length <= LOOKED_AT) return { text: line, isWhole: true };
  return {
    text: Array.from(line.slice(0, most + 1))
      .slice(0, -1)
      .join(''),
    isWhole: false,
  };
}

/** What kind of value it is, and how long: "text, 12 characters". */
export function sortOf(value: ShownValue): string {
  const kind = kindOf(value);
  const held = isCut(value) ? value.start : value;
  const length = isCut(value)
    ? value.length
    : held instanceof Uint8Array || typeof held === 'string'
      ? held.length
      : 0;
  switch (kind) {
    case 'text':
      return `text, ${counted(length, 'character')}${isCut(value) ? `, of which the first ${whole(value.start.length)} are shown` : ''}`;
    case 'blob':
      return `blob, ${counted(length, 'byte')}${isCut(value) ? `, of which the first ${whole(value.start.length)} are shown` : ''}`;
    case 'null':
      return 'no value';
    default:
      return kind;
  }
}
