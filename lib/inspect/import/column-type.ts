/** What a column of a CSV file becomes. */
export type ColumnType = 'INTEGER' | 'REAL' | 'TEXT';

const INTEGER = /^-?(?:0|[1-9]\d*)$/;
const REAL = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
const [SMALLEST, LARGEST] = [-(2n ** 63n), 2n ** 63n - 1n];

/**
 * Finds the type that keeps every value of a column: a number only where all are numbers, without leading zeros, and
 * none has more digits than fit. Dates stay text, which is how SQLite keeps them.
 *
 * @param values the fields as they are written; null, an empty one, says nothing
 */
export function columnType(values: readonly (string | null)[]): ColumnType {
  const written = values.filter((value) => value !== null);
  if (written.length === 0) return 'TEXT';
  if (written.every(isInteger)) return 'INTEGER';
  return written.every(isReal) ? 'REAL' : 'TEXT';
}

function isInteger(value: string): boolean {
  if (!INTEGER.test(value) || value === '-0') return false;
  const whole = BigInt(value);
  return whole >= SMALLEST && whole <= LARGEST;
}

function isReal(value: string): boolean {
  const decimal = decimalOf(value);
  return decimal !== null && decimal === decimalOf(String(Number(value)));
}

/** A number in one form however it is written: sign, digits without zeros around them, power of ten. */
function decimalOf(value: string): string | null {
  const [whole, sign = '', before = '', behind = '', power = '0'] = REAL.exec(value) ?? [];
  if (whole === undefined) return null;
  const digits = (before + behind).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  const exponent = Number(power) - behind.length + digits.length - significant.length;
  return `${sign}${significant}e${significant === '' ? 0 : exponent}`;
}
