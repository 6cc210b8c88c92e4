import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORMS } from '../orm/orm';
import { FACTORS, type Factor } from '../scenarios/types';
import { type Answers, NO_ANSWERS, withChoice } from './answers';
import { FACTOR_LIST } from './factors';
import { GROUPS } from './groups';
import { articleOnly, judgeFactors } from './judge-factors';
import { type Choice, QUESTION_NUMBERS, type QuestionNumber } from './questions/question';
import { anyAnswers } from './sample-answers';

function judged(answers: Answers, factor: Factor) {
  const found = judgeFactors(answers).find((judgement) => judgement.factor === factor);
  if (found === undefined) throw new Error(`There is no ${factor}.`);
  return found;
}

function answering(choices: Partial<Record<QuestionNumber, Choice>>): Answers {
  return QUESTION_NUMBERS.reduce(
    (answers, number) => withChoice(answers, number, choices[number] ?? 'a'),
    NO_ANSWERS,
  );
}

describe('factors', () => {
  it('are those of the scenarios, in their order', () => {
    expect(FACTOR_LIST.map(({ id }) => id)).toEqual(FACTORS);
  });

  it('stand in the order of their groups', () => {
    const places = FACTOR_LIST.map(({ group }) => GROUPS.indexOf(group));
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });
});

describe('judging', () => {
  it('holds a shifted score within the scale', () => {
    expect(judged(answering({ 1: 'c', 6: 'c' }), 'framework-integration').scores).toEqual({
      django: 1,
      sqlalchemy: 5,
    });
    expect(judged(answering({ 3: 'd', 4: 'c' }), 'flexibility').scores).toEqual({ django: 1, sqlalchemy: 5 });
  });

  it('is in more doubt, once, where a question about the scores is open', () => {
    expect(judged(answering({}), 'flexibility').doubt).toBe(0.5);
    expect(judged(answering({ 3: '?' }), 'flexibility').doubt).toBe(1);
    expect(judged(answering({ 4: '-' }), 'flexibility').doubt).toBe(1);
    expect(judged(answering({ 3: '?', 4: '?' }), 'flexibility').doubt).toBe(1);
  });

  it.each([2, 8, 10] as const)('is in no more doubt where question %i is open', (number) => {
    expect(judgeFactors(answering({ [number]: '?' })).every(({ doubt }) => doubt === 0.5)).toBe(true);
  });

  it('does not let the deadline move the values', () => {
    const speed = (choice: Choice) => judged(answering({ 10: choice }), 'development-speed');
    expect([speed('a'), speed('b'), speed('c'), speed('?')].map(({ points }) => points)).toEqual([
      3, 2, 1, 2,
    ]);
    expect(speed('a').scores).toEqual(speed('c').scores);
  });

  it('stays on the scale, with a point at least in each group, whatever is answered', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const factors = judgeFactors(answers);
        for (const { scores, points } of factors) {
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(3);
          for (const orm of ORMS) expect([1, 2, 3, 4, 5]).toContain(scores[orm]);
        }
        for (const group of GROUPS)
          expect(factors.some((factor) => factor.group === group && factor.points > 0)).toBe(true);
      }),
    );
  });

  it('lets each answer touch one factor only', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, fc.constantFrom(...QUESTION_NUMBERS), (answers, others, number) => {
        const before = judgeFactors(answers);
        const after = judgeFactors(withChoice(answers, number, others.choices[number]));
        const moved = before.filter((judgement, index) => {
          const now = after[index];
          return JSON.stringify(now) !== JSON.stringify(judgement);
        });
        expect(moved.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('takes a person’s own numbers, and keeps why', () => {
    const edit = {
      factor: 'community',
      points: 1,
      scores: { django: 2 },
      reason: 'two people left',
    } as const;
    const community = judgeFactors(answering({}), [edit]).find(({ factor }) => factor === 'community');
    expect(community).toMatchObject({ points: 1, scores: { django: 2, sqlalchemy: 3 }, edit });
    expect(() => judgeFactors(answering({}), [{ ...edit, points: 4 }])).toThrow(
      'Points go from 0 to 3, not to 4.',
    );
    expect(() => judgeFactors(answering({}), [{ ...edit, scores: { django: 0 } }])).toThrow(
      'Scores go from 1 to 5',
    );
    expect(() => judgeFactors(answering({}), [{ ...edit, points: Number.NaN }])).toThrow(RangeError);
  });

  it('refuses an answer that its question does not have', () => {
    expect(() => judgeFactors(answering({ 9: 'd' }))).toThrow('Question 9 has no option d.');
  });

  it('can take the article at its word, with the same points', () => {
    const factors = judgeFactors(answering({}));
    const literal = articleOnly(factors);
    expect(literal.map(({ scores }) => `${scores.django}/${scores.sqlalchemy}`).join(' ')).toBe(
      '3/3 3/5 3/4 5/2 4/4 5/3 2/5 5/3 5/2',
    );
    expect(literal.map(({ points }) => points)).toEqual(factors.map(({ points }) => points));
  });
});
