import { describe, expect, it } from 'vitest';
import { findPython, isAtLeast } from './find-python';

describe('isAtLeast', () => {
  it.each([
    ['3.9.0', true],
    ['3.12.1', true],
    ['4.0.0', true],
    ['3.8.18', false],
    ['2.7.18', false],
    ['', false],
  ])('3.9 against %s', (version, expected) => expect(isAtLeast(version, [3, 9])).toBe(expected));
});

describe('findPython', () => {
  it('skips what is not there, what is unset and what does not answer like Python', async () => {
    expect(await findPython([undefined, '', '/no/such/python', process.execPath], [3, 9])).toBeNull();
  });
});
