import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptabilityOf, type Findings, rule } from './verdict';

const CLEAR: Findings = {
  excluded: [],
  unknown: 0,
  delta: 20,
  acceptability: 1,
  nearestFlip: null,
  unacknowledged: false,
};

function ruled(change: Partial<Findings>): string {
  const { verdict, rule: number, reasons } = rule({ ...CLEAR, ...change });
  const why = reasons.filter(({ isMet }) => !isMet).map(({ test }) => test);
  return `${number} ${verdict.kind} ${verdict.choice} ${why.join(' ')}`.trim();
}

describe('the rules', () => {
  it.each<[string, Partial<Findings>, string]>([
    ['all is well', {}, '4 clear sqlalchemy'],
    ['all is well for the other', { delta: -20 }, '4 clear django'],
    ['both are excluded', { excluded: ['django', 'sqlalchemy'] }, '0 neither null excluded'],
    ['one is excluded', { excluded: ['django'], unknown: 14 }, '1 constraint sqlalchemy excluded'],
    ['the other is excluded', { excluded: ['sqlalchemy'] }, '1 constraint django excluded'],
    ['seven questions are open', { unknown: 7 }, '2 unknown null open-questions'],
    ['six questions are open', { unknown: 6 }, '5 lean sqlalchemy open-questions'],
    ['three questions are open', { unknown: 3 }, '4 clear sqlalchemy'],
    ['nobody leads', { delta: 1e-9 }, '3 pilot null no-leader delta'],
    ['the difference is small', { delta: -4.99 }, '3 pilot null delta'],
    ['the difference is 5 but for rounding', { delta: 5 - 5e-10 }, '5 lean sqlalchemy delta'],
    ['the leader wins too seldom', { acceptability: 0.79 }, '3 pilot null acceptability'],
    ['the leader wins just often enough', { acceptability: 0.8 }, '5 lean sqlalchemy acceptability'],
    ['a small change of a weight turns it', { nearestFlip: 4.9 }, '3 pilot null nearest-flip'],
    ['a change of 5 turns it', { nearestFlip: 5 }, '4 clear sqlalchemy'],
    [
      'everything is close',
      { delta: 1, acceptability: 0.5, nearestFlip: 1 },
      '3 pilot null delta acceptability nearest-flip',
    ],
    ['the difference is below 10', { delta: 9.9 }, '5 lean sqlalchemy delta'],
    ['the leader wins 94.9 %', { acceptability: 0.949 }, '5 lean sqlalchemy acceptability'],
    ['it is not acknowledged', { unacknowledged: true }, '5 lean sqlalchemy acknowledgement'],
    ['Django needs no acknowledgement', { unacknowledged: true, delta: -20 }, '4 clear django'],
  ])('when %s', (_, change, expected) => {
    expect(ruled(change)).toBe(expected);
  });

  it('give the side that is swapped in the mirrored verdict', () => {
    const findings = fc.record({
      unknown: fc.integer({ min: 0, max: 14 }),
      delta: fc.double({ min: -100, max: 100, noNaN: true }),
      acceptability: fc.double({ min: 0, max: 1, noNaN: true }),
      nearestFlip: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    });
    fc.assert(
      fc.property(findings, (found) => {
        const one = rule({ ...CLEAR, ...found });
        const other = rule({ ...CLEAR, ...found, delta: -found.delta });
        expect(other.rule).toBe(one.rule);
        expect(other.verdict.kind).toBe(one.verdict.kind);
        if (one.verdict.choice !== null) expect(other.verdict.choice).not.toBe(one.verdict.choice);
      }),
    );
  });
});

it('takes the leader’s share, also below a half, and without a leader the larger', () => {
  expect(acceptabilityOf(3, { django: 0.6, sqlalchemy: 0.4 })).toBe(0.4);
  expect(acceptabilityOf(-3, { django: 0.6, sqlalchemy: 0.4 })).toBe(0.6);
  expect(acceptabilityOf(0, { django: 0.4, sqlalchemy: 0.6 })).toBe(0.6);
});
