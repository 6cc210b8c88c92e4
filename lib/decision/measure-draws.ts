import type { Answers } from './answers';
import { drawsInputOf, weigh } from './decide';
import { DRAWS, NUMBERS_PER_DRAW, runDraws } from './draws';
import { DEFAULT_SEED, uniformFrom } from './generator';

/** What the draws of one decision cost, beside the bare random numbers that they need. */
export interface DrawsCost {
  readonly draws: number;
  readonly drawsMs: number;
  /** As many random numbers, made and thrown away in the same go: what no way of drawing can do without. */
  readonly numbersMs: number;
}

/**
 * Measures all draws of one decision: the best of several rounds, since a busy machine only ever adds.
 * @param now a clock in milliseconds
 */
export function measureDraws(answers: Answers, now: () => number, rounds = 5): DrawsCost {
  const input = drawsInputOf(weigh(answers));
  let drawsMs = Number.POSITIVE_INFINITY;
  let numbersMs = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = now();
    runDraws(input);
    const middle = now();
    sumOfNumbers(DRAWS * NUMBERS_PER_DRAW);
    drawsMs = Math.min(drawsMs, middle - start);
    numbersMs = Math.min(numbersMs, now() - middle);
  }
  return { draws: DRAWS, drawsMs, numbersMs };
}

/** Adds the numbers up, so that making them cannot be left out. */
function sumOfNumbers(count: number): number {
  const next = uniformFrom(DEFAULT_SEED);
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += next();
  return sum;
}
