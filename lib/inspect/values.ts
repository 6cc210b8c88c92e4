/**
 * A value as SQLite stores it, by its storage class: NULL is null, INTEGER a bigint (exact beyond 2^53), REAL a
 * number, TEXT a string, BLOB bytes.
 */
export type StoredValue = null | bigint | number | string | Uint8Array;

/** The start of a value that is too long to show; `length` of the whole: characters (UTF-16 units) or bytes. */
export interface CutValue {
  readonly start: string | Uint8Array;
  readonly length: number;
}

/** A value for a person to look at. */
export type ShownValue = StoredValue | CutValue;

/** How much of a value is shown. */
interface ShownLimits {
  readonly textChars: number;
  readonly blobBytes: number;
}

const SHOWN_LIMITS: ShownLimits = { textChars: 1_000, blobBytes: 256 };

/** Cuts a value that is longer than is shown; never in the middle of a character. */
export function shown(value: StoredValue, { textChars, blobBytes }: ShownLimits = SHOWN_LIMITS): ShownValue {
  if (typeof value === 'string' && value.length > textChars) {
    const last = value.charCodeAt(textChars - 1);
    const splitsPair = last >= 0xd800 && last <= 0xdbff;
    return { start: value.slice(0, splitsPair ? textChars - 1 : textChars), length: value.length };
  }
  if (value instanceof Uint8Array && value.length > blobBytes)
    return { start: value.slice(0, blobBytes), length: value.length };
  return value;
}

/** Whether a shown value is only the start of one. */
export function isCut(value: ShownValue): value is CutValue {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
}
