import { describe, expect, it } from 'vitest';
import { leanOfAllAnswers } from './all-answers';
import { type Answers, NO_ANSWERS, type Rank, withChoice } from './answers';
import { conclude, drawsInputOf, weigh } from './decide';
import { runDraws } from './draws';
import { uniformFrom } from './generator';
import { GROUPS } from './groups';
import { QUESTION_NUMBERS } from './questions/question';
import { QUESTIONS } from './questions/questions';

describe('the lean of the model', () => {
  const lean = leanOfAllAnswers();

  it('is close to none over all answers and orders', () => {
    expect(lean.mean).toBeCloseTo(0.937523, 6);
    expect(lean.deviation).toBeCloseTo(23.853992, 6);
  });

  it('shows in the groups, and so in who puts which one first', () => {
    const rounded = (values: Readonly<Record<string, number>>) =>
      GROUPS.map((group) => (values[group] ?? Number.NaN).toFixed(2));
    expect(rounded(lean.groupMeans)).toEqual(['48.12', '-8.15', '-33.33', '-2.89']);
    expect(rounded(lean.meanWithFirst)).toEqual(['17.98', '-2.34', '-11.44', '-0.44']);
  });
});

it('gives the verdicts of 1,500 random answer sets that were counted elsewhere', () => {
  const next = uniformFrom(1500);
  const counts = new Map<string, number>();
  const deltas: number[] = [];
  for (let set = 0; set < 1500; set += 1) {
    const weighing = weigh(randomAnswers(next));
    const unconstrained = { ...weighing, hits: [], excluded: [] };
    const { verdict } = conclude(unconstrained, runDraws(drawsInputOf(weighing, { draws: 300 })));
    const name = `${verdict.kind} ${verdict.choice ?? ''}`.trim();
    counts.set(name, (counts.get(name) ?? 0) + 1);
    deltas.push(weighing.sum.delta);
  }
  expect(Object.fromEntries(counts)).toEqual({
    'clear sqlalchemy': 405,
    'clear django': 377,
    pilot: 404,
    'lean django': 148,
    'lean sqlalchemy': 166,
  });
  const mean = deltas.reduce((sum, delta) => sum + delta, 0) / deltas.length;
  const square = deltas.reduce((sum, delta) => sum + (delta - mean) ** 2, 0) / deltas.length;
  expect(mean).toBeCloseTo(1.5977, 4);
  expect(Math.sqrt(square)).toBeCloseTo(24.5156, 4);
}, 60_000);

/** One number for each question that moves something, then four for the groups, ranked upwards. */
function randomAnswers(next: () => number): Answers {
  let answers: Answers = { ...NO_ANSWERS };
  for (const number of QUESTION_NUMBERS) {
    const { factor, options } = QUESTIONS[number];
    if (factor === null) continue;
    const option = options[Math.floor(next() * options.length)];
    if (option !== undefined) answers = withChoice(answers, number, option.code);
  }
  answers = withChoice(answers, 2, 'a');
  const drawn = GROUPS.map((group) => ({ group, at: next() }));
  const rankOf = (at: number): Rank => {
    const before = drawn.filter((other) => other.at < at).length;
    return ([1, 2, 3, 4] as const)[before] ?? 4;
  };
  const [fit, team, time, ops] = drawn.map(({ at }) => rankOf(at));
  return {
    ...answers,
    ranks: { fit: fit ?? null, team: team ?? null, time: time ?? null, ops: ops ?? null },
  };
}
