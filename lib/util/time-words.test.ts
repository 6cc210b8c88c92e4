import { describe, expect, it } from 'vitest';
import { timeAgo } from './time-words';

describe('how long ago something was', () => {
  it.each([
    [0, 'just now'],
    [59_999, 'just now'],
    [60_000, '1 minute ago'],
    [2 * 3_600_000 + 5, '2 hours ago'],
    [23 * 3_600_000, '23 hours ago'],
    [3 * 86_400_000, '3 days ago'],
    [-5_000, 'just now'],
  ])('is said in whole units: %d ms', (passed, words) => {
    expect(timeAgo(1_000_000_000_000 - passed, 1_000_000_000_000)).toBe(words);
  });
});
