import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeAnswers } from './answer-text';
import { decide } from './decide';
import { ResultDocumentSchema, resultOf, resultOfText } from './result-document';
import { anyAnswers } from './sample-answers';

describe('the result as plain data', () => {
  it('has the published parts, unrounded', () => {
    const result = resultOfText('1.faabbbcbbbbbab.1234.-.-00');
    expect(Object.keys(result)).toEqual([
      'model',
      'answers',
      'v',
      'delta',
      'literalDelta',
      'acceptability',
      'nearestFlip',
      'unknown',
      'constraints',
      'excluded',
      'notes',
      'verdict',
      'factors',
      'groups',
      'centralWeights',
      'flips',
      'tornado',
      'draws',
    ]);
    expect(result).toMatchObject({
      model: 1,
      answers: '1.faabbbcbbbbbab.1234.-.-00',
      acceptability: 0.9088,
      unknown: 0,
      constraints: [],
      excluded: [],
      notes: [],
      verdict: { kind: 'lean', choice: 'sqlalchemy' },
      draws: { count: 10_000, seed: 2001, shares: { sqlalchemy: 0.9088 }, confidence: { django: 0.1107 } },
    });
  });

  it('says null where no weight turns it, and where an ORM wins nothing', () => {
    expect(resultOfText('1.baaaaaaaaaaaaa.3214.-.-00')).toMatchObject({
      nearestFlip: null,
      flips: [],
      centralWeights: { sqlalchemy: null },
      draws: { confidence: { sqlalchemy: null } },
    });
  });

  it('has contributions that sum to the values', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { factors, v } = resultOf(decide(answers, { draws: 20 }));
        for (const orm of ['django', 'sqlalchemy'] as const)
          expect(factors.reduce((sum, factor) => sum + factor.contributions[orm], 0)).toBeCloseTo(v[orm], 9);
      }),
    );
  });

  it('outlives JSON, and is what its schema says, for any answers', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const result = resultOf(decide(answers, { draws: 20 }));
        const returned: unknown = JSON.parse(JSON.stringify(result));
        expect(ResultDocumentSchema.parse(returned)).toEqual(result);
        expect(result.answers).toBe(writeAnswers(answers));
      }),
    );
  });

  it('is the refusal of a text that was refused', () => {
    expect(resultOfText('2.baaaaaaaaaaaaa.3214.-.-00')).toEqual({
      error: {
        kind: 'version',
        message: 'These answers belong to version “2” of the questions; only version 1 can be read.',
      },
    });
  });
});
