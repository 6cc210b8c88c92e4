import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnType } from './column-type';

describe('columnType', () => {
  it.each([
    ['INTEGER', ['1', '-20', '0', null]],
    ['INTEGER', ['9223372036854775807', '-9223372036854775808']],
    ['REAL', ['1', '2.50', '1e3', '-0.001', null]],
    ['TEXT', ['9223372036854775808']],
    ['TEXT', ['007', '1']],
    ['TEXT', ['1', 'one']],
    ['TEXT', ['9007199254740993', '1.5']],
    ['TEXT', ['0.12345678901234567890']],
    ['TEXT', ['2026-11-25']],
    ['TEXT', ['1,5']],
    ['TEXT', [null, null]],
    ['TEXT', []],
  ])('%s for %j', (type, values) => {
    expect(columnType(values)).toBe(type);
  });

  it.each(['1 000', '+1', '.5', '1.', '-0', ' 1', 'Infinity', 'NaN', '1e999', '0x10', '1_000', '٣'])(
    'takes %j for text',
    (value) => {
      expect(columnType([value])).toBe('TEXT');
    },
  );

  it('keeps every number that it takes for one', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (real) => {
        fc.pre(!Object.is(real, -0));
        expect(columnType([String(real)])).not.toBe('TEXT');
      }),
    );
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }), (whole) => {
        const fits = whole >= -(2n ** 63n) && whole < 2n ** 63n;
        expect(columnType([String(whole)]) === 'INTEGER').toBe(fits);
      }),
    );
  });
});
