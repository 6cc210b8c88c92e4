import type { Value } from '../schema';

/**
 * A value as SQLite writes it, so that it means the same as the bound value did: texts with their quotes
 * doubled, bytes as `X'…'`, booleans as 1 and 0, dates and decimals as the texts that Python's sqlite3
 * binds for them.
 * @param type its Python type, where JSON does not tell it (`paramTypes`)
 * @returns null when the value was cut in the trace, and so cannot be written
 */
export function literalOf(value: Value, type?: string): string | null {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return numberLiteral(value, type);
  if (typeof value === 'string') return textLiteral(value);
  if (value.length !== undefined) return null;
  switch (value.type) {
    case 'int':
      return value.value;
    case 'float':
      return NON_FINITE[value.value] ?? value.value;
    case 'bytes':
      return `X'${hexOf(value.value)}'`;
    case 'datetime':
      return textLiteral(value.value.replace('T', ' '));
    default:
      return textLiteral(value.value);
  }
}

/** A text in SQL; one that holds NUL, which ends SQL, is written by its bytes. */
function textLiteral(text: string): string {
  if (!text.includes('\0')) return `'${text.replaceAll("'", "''")}'`;
  const bytes = new TextEncoder().encode(text);
  return `CAST(X'${[...bytes].map(hexPair).join('')}' AS TEXT)`;
}

/** SQLite has no name for them: infinity is what is too large, and not-a-number is stored as NULL. */
const NON_FINITE: Readonly<Record<string, string>> = { inf: '9e999', '-inf': '-9e999', nan: 'NULL' };

function numberLiteral(value: number, type: string | undefined): string {
  if (Object.is(value, -0)) return type === 'int' ? '0' : '-0.0';
  const text = String(value);
  if (type !== 'float' || !/^-?\d+$/.test(text)) return text;
  return `${text}.0`;
}

function hexOf(base64: string): string {
  return [...atob(base64)].map((char) => hexPair(char.charCodeAt(0))).join('');
}

function hexPair(byte: number): string {
  return byte.toString(16).padStart(2, '0').toUpperCase();
}
