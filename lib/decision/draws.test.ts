import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswers } from './answer-text';
import { decide, drawsInputOf, weigh } from './decide';
import { DRAWS, NUMBERS_PER_DRAW, runDraws, startDraws } from './draws';
import { uniformFrom } from './generator';
import { measureDraws } from './measure-draws';
import { anyAnswers } from './sample-answers';

function answersOf(text: string) {
  const read = readAnswers(text);
  if (read.kind !== 'answers') throw new Error(read.refusal.message);
  return read.answers;
}

const MIXED = answersOf('1.faabbbcbbbbbab.1234.-.-00');
const INPUT = drawsInputOf(weigh(MIXED));

describe('the draws', () => {
  it('take 34 random numbers each, and no other work that grows with them', () => {
    const next = uniformFrom(1);
    let taken = 0;
    const draws = startDraws(INPUT, () => {
      taken += 1;
      return next();
    });
    draws.advance(DRAWS);
    draws.result();
    expect(NUMBERS_PER_DRAW).toBe(34);
    expect(taken).toBe(340_000);
  });

  it('are measured beside their bare random numbers, by the best of several rounds', () => {
    const readings = [0, 40, 45, 100, 120, 129, 200, 230, 234];
    const cost = measureDraws(MIXED, () => readings.shift() ?? Number.NaN, 3);
    expect(cost).toEqual({ draws: DRAWS, drawsMs: 20, numbersMs: 4 });
    expect(readings).toEqual([]);
  });

  it('come to the same in slices as at once', () => {
    const sliced = startDraws(INPUT);
    expect(() => sliced.result()).toThrow('10000 draws are still to be made.');
    while (sliced.remaining() > 0) sliced.advance(777);
    sliced.advance(5);
    expect(sliced.result()).toEqual(runDraws(INPUT));
  });

  it('are the same for the same seed, and others for another', () => {
    expect(runDraws(INPUT)).toEqual(runDraws({ ...INPUT, seed: 2001 }));
    expect(runDraws({ ...INPUT, seed: 2002 }).shares).not.toEqual(runDraws(INPUT).shares);
    expect(runDraws({ ...INPUT, seed: 2002 }).shares.sqlalchemy).toBeCloseTo(0.909, 1);
  });

  it('want nine factors', () => {
    expect(() => runDraws({ ...INPUT, factors: INPUT.factors.slice(1) })).toThrow('must be 9 factors, not 8');
  });

  it('share out every draw, with central weights that sum to 1 for whoever won any', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { shares, ties, centralWeights, confidence } = runDraws({
          ...drawsInputOf(weigh(answers)),
          count: 100,
        });
        expect(shares.django + shares.sqlalchemy).toBeCloseTo(1, 12);
        expect(ties).toBeLessThanOrEqual(1);
        for (const orm of ['django', 'sqlalchemy'] as const) {
          const weights = centralWeights[orm];
          expect(weights === null).toBe(shares[orm] === 0);
          expect(confidence[orm] === null).toBe(shares[orm] === 0);
          if (weights === null) continue;
          expect(weights.fit + weights.team + weights.time + weights.ops).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('count a tie half for each side', () => {
    const level = weigh(
      MIXED,
      INPUT.factors.map(({ factor }) => ({
        factor,
        points: 0,
        reason: 'nothing counts',
      })),
    );
    const { shares, ties, centralWeights } = runDraws({ ...drawsInputOf(level), count: 40 });
    expect(shares).toEqual({ django: 0.5, sqlalchemy: 0.5 });
    expect(ties).toBe(1);
    expect(centralWeights.django).toEqual({ fit: 0, team: 0, time: 0, ops: 0 });
  });

  it('drop a group in which nothing counts, and share out its weight', () => {
    const edits = (['learning-curve', 'community'] as const).map((factor) => ({
      factor,
      points: 0,
      reason: 'one person writes it',
    }));
    const { robustness, sum } = decide(MIXED, { edits, draws: 200 });
    const weights = robustness.centralWeights.sqlalchemy;
    expect(sum.groupWeights.team).toBe(0);
    expect(sum.groupWeights.fit).toBeCloseTo(25 / 35, 12);
    expect(weights?.team).toBe(0);
    expect((weights?.fit ?? 0) + (weights?.time ?? 0) + (weights?.ops ?? 0)).toBeCloseTo(1, 9);
  });

  it('win as often as the closed form says where nothing but the weights is in doubt', () => {
    const alone = {
      pattern: 0.8,
      'learning-curve': -1.6,
      'development-speed': 0.6,
      'performance-tuning': -0.2,
    };
    const lead = new Map(Object.entries(alone));
    const factors = INPUT.factors.map((factor) => ({
      ...factor,
      points: lead.has(factor.factor) ? 3 : 0,
      scores: { django: 3, sqlalchemy: 3 + (lead.get(factor.factor) ?? 0) },
      doubt: 0,
    }));
    // The differences inside the groups are then 20, −40, 15 and −5, of which the closed form makes 0.547009.
    expect(runDraws({ ...INPUT, factors }).shares.sqlalchemy).toBe(0.5442);
  });
});
