import { describe, expect, it } from 'vitest';
import { followUps, NO_ANSWERS, openQuestions, withChoice } from './answers';
import { QUESTION_NUMBERS } from './questions/question';

describe('follow-ups', () => {
  const warehouse = withChoice(NO_ANSWERS, 2, 'f');

  it('are asked for by the answers that they follow from', () => {
    expect(followUps(NO_ANSWERS)).toEqual({
      database: false,
      backend: false,
      surrogateKey: false,
      acknowledgement: false,
    });
    expect(followUps(withChoice(withChoice(warehouse, 3, 'd'), 1, 'a'))).toEqual({
      database: true,
      backend: false,
      surrogateKey: true,
      acknowledgement: true,
    });
  });

  it('ask for a backend only where an ORM has none', () => {
    expect(followUps({ ...warehouse, database: 'spanner' }).backend).toBe(false);
    expect(followUps({ ...warehouse, database: 'bigquery' }).backend).toBe(true);
    expect(followUps({ ...withChoice(NO_ANSWERS, 2, 'a'), database: 'bigquery' }).backend).toBe(false);
  });
});

it('counts what is not known and what was left out as open', () => {
  expect(openQuestions(NO_ANSWERS)).toEqual(QUESTION_NUMBERS);
  const some = withChoice(withChoice(NO_ANSWERS, 2, 'h'), 14, '?');
  expect(openQuestions(some)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
});
