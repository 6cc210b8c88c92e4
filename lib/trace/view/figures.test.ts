import { describe, expect, it } from 'vitest';
import { counted, day, duration, size, whole } from './figures';

describe('figures', () => {
  it('are written with three digits at most, in the unit that fits', () => {
    expect([0, 84, 999, 1_000, 2_649, 999_999, 1_240_000].map(duration)).toEqual([
      '0 µs',
      '84 µs',
      '999 µs',
      '1 ms',
      '2.65 ms',
      '1,000 ms',
      '1.24 s',
    ]);
    expect([90, 850_400, 11_775_612].map(size)).toEqual(['1 kB', '850 kB', '11.8 MB']);
  });

  it('say one and many', () => {
    expect([counted(1, 'row'), counted(20_000, 'row'), counted(0, 'query', 'queries')]).toEqual([
      '1 row',
      '20,000 rows',
      '0 queries',
    ]);
    expect(whole(10_000)).toBe('10,000');
  });

  it('say a day as it was recorded, wherever the reader is', () => {
    expect(day('2026-11-25')).toBe('25 Nov 2026');
  });
});
