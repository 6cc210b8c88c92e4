import { describe, expect, it } from 'vitest';
import { FACTORS } from '../../scenarios/types';
import { ANCHORS, clampScore, valueOfScore } from '../scale';
import { QUESTION_NUMBERS } from './question';
import { effectOf, QUESTIONS, RANKING } from './questions';

describe('the questions', () => {
  it('are fifteen, each with its number', () => {
    expect(QUESTION_NUMBERS.map((number) => QUESTIONS[number].number)).toEqual(QUESTION_NUMBERS);
    expect(RANKING.number).toBe(QUESTION_NUMBERS.length + 1);
  });

  it('have the options that the version of the model has', () => {
    const lastOptions = QUESTION_NUMBERS.map((number) => QUESTIONS[number].options.at(-1)?.code).join('');
    expect(lastOptions).toBe('fhdcccdccccccc');
    for (const number of QUESTION_NUMBERS)
      expect(QUESTIONS[number].options.map(({ code }) => code).join('')).toBe(
        'abcdefgh'.slice(0, QUESTIONS[number].options.length),
      );
  });

  it('set the points and the scores of each factor once, shifts apart', () => {
    const setters = (key: 'points' | 'scores') =>
      QUESTION_NUMBERS.map((number) => QUESTIONS[number])
        .filter(({ baseline }) => baseline[key] !== undefined)
        .map(({ factor }) => factor);
    for (const key of ['points', 'scores'] as const) expect(setters(key).sort()).toEqual([...FACTORS].sort());
  });

  it('set the same things by every option as by not knowing', () => {
    for (const number of QUESTION_NUMBERS) {
      const { options, baseline } = QUESTIONS[number];
      for (const { effect } of options)
        for (const key of ['points', 'scores'] as const)
          expect(effect[key] === undefined, `${number} ${key}`).toBe(baseline[key] === undefined);
    }
  });

  it('are asked and explained in a sentence', () => {
    for (const number of QUESTION_NUMBERS) {
      expect(QUESTIONS[number].asks).toMatch(/^[A-Z].*\?$/);
      expect(QUESTIONS[number].why).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('treat not knowing and not answering alike', () => {
    for (const number of QUESTION_NUMBERS) expect(effectOf(number, '?')).toEqual(effectOf(number, '-'));
  });
});

it('has an anchor for each score, from nothing to everything', () => {
  expect(ANCHORS.map(({ score }) => valueOfScore(score))).toEqual([0, 25, 50, 75, 100]);
  expect([clampScore(0), clampScore(3.5), clampScore(9)]).toEqual([1, 3.5, 5]);
});
