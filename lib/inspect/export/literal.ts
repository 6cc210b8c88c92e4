import type { StoredValue } from '../values';

/**
 * A value as SQL has it, from which SQLite makes the very same value again.
 * @param bytes gives the bytes of a text; asked only for one that SQL cannot hold or that is not well-formed
 */
export function literalOf(value: StoredValue, bytes: () => Uint8Array): string {
  if (value === null) return 'NULL';
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return realLiteral(value);
  if (value instanceof Uint8Array) return blobLiteral(value);
  if (value.includes('\0') || value.includes('\ufffd')) return `CAST(${blobLiteral(bytes())} AS TEXT)`;
  return `'${value.replaceAll("'", "''")}'`;
}

/** A REAL stays one: with a point or an exponent. SQL has no infinity, but numbers beyond the largest. */
function realLiteral(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '9e999';
  if (value === Number.NEGATIVE_INFINITY) return '-9e999';
  const digits = Object.is(value, -0) ? '-0' : String(value);
  return /[.e]/.test(digits) ? digits : `${digits}.0`;
}

/** Bytes as SQL has them: `x'00ff'`. */
export function blobLiteral(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return `x'${hex}'`;
}
