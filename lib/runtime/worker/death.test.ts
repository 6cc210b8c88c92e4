import { describe, expect, it } from 'vitest';
import { sentenceOf } from './death';

describe('why an interpreter died', () => {
  it.each([
    [new Error('Program terminated with exit(0)'), 'sys.exit()'],
    [new RangeError('Maximum call stack size exceeded'), 'ran out of stack'],
    [new Error('too much recursion'), 'ran out of stack'],
    [new RangeError('Array buffer allocation failed'), 'no more memory'],
    [new Error('unreachable'), 'aborted'],
    [new Error('null function or function signature mismatch'), 'aborted'],
    [
      new Error('Traceback (most recent call last):\n  File "x"\nImportError: no ormpilot\n'),
      'ImportError: no ormpilot',
    ],
    ['a text', 'a text'],
    [undefined, 'undefined'],
  ])('%s', (error, words) => {
    const sentence = sentenceOf(error);
    expect(sentence).toContain(words);
    expect(sentence).toMatch(/\.$/u);
  });

  it('is short, however long the error is', () => {
    expect(sentenceOf(new Error('x'.repeat(10_000))).length).toBeLessThan(500);
  });
});
