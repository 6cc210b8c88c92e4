import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerRanges, openQuestionsThatMatter } from './answer-ranges';
import { NO_ANSWERS, withChoice } from './answers';
import { weigh } from './decide';
import { QUESTION_NUMBERS } from './questions/question';
import { QUESTIONS } from './questions/questions';
import { anyAnswers } from './sample-answers';
import { settlingFactors } from './tornado';

describe('the tornado', () => {
  it('has a bar for each factor around the difference, the widest first', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { tornado, sum } = weigh(answers);
        expect(new Set(tornado.map(({ factor }) => factor)).size).toBe(9);
        let before = Number.POSITIVE_INFINITY;
        for (const { low, high } of tornado) {
          expect(low).toBeLessThanOrEqual(sum.delta + 1e-9);
          expect(high).toBeGreaterThanOrEqual(sum.delta - 1e-9);
          expect(high - low).toBeLessThanOrEqual(before + 1e-9);
          before = high - low;
        }
      }),
    );
  });

  it('names no factor as settling that settles nothing', () => {
    expect(
      settlingFactors([
        { factor: 'pattern', low: 1, high: 2 },
        { factor: 'community', low: 1, high: 1 },
      ]),
    ).toEqual(['pattern']);
  });
});

describe('the range of an answer', () => {
  it('holds the difference of every answer to the question', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const { question, low, high } of answerRanges(answers))
          for (const { code } of QUESTIONS[question].options) {
            const { delta } = weigh(withChoice(answers, question, code)).sum;
            expect(delta).toBeGreaterThanOrEqual(low - 1e-9);
            expect(delta).toBeLessThanOrEqual(high + 1e-9);
          }
      }),
      { numRuns: 25 },
    );
  });

  it('is nothing for the deadline, and is not taken for the database', () => {
    const ranges = answerRanges(NO_ANSWERS);
    expect(ranges.map(({ question }) => question)).toEqual(QUESTION_NUMBERS.filter((number) => number !== 2));
    const deadline = ranges.find(({ question }) => question === 10);
    expect((deadline?.high ?? 1) - (deadline?.low ?? 0)).toBeCloseTo(0, 12);
  });

  it('names up to three open questions that move something', () => {
    const known = QUESTION_NUMBERS.filter((number) => number !== 10 && number !== 7).reduce(
      (answers, number) => withChoice(answers, number, 'a'),
      NO_ANSWERS,
    );
    expect(openQuestionsThatMatter(known, answerRanges(known)).map(({ question }) => question)).toEqual([7]);
    expect(openQuestionsThatMatter(NO_ANSWERS, answerRanges(NO_ANSWERS))).toHaveLength(3);
  });
});
