/** The four words of 32 bits that a generator goes on from. */
export type GeneratorState = readonly [number, number, number, number];

/** The seed of every result that names no other. */
export const DEFAULT_SEED = 2001;

const DROPPED = 16;

/**
 * xoshiro128** 1.1 (Blackman & Vigna 2021): whole numbers of 32 bits, the same in every language.
 * @returns a function that gives the next number, 0 to 2³² − 1
 */
export function xoshiro128StarStar(state: GeneratorState): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotatedLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotatedLeft(d, 11);
    return result;
  };
}

/**
 * Numbers in [0, 1) from a seed. One seed gives the same numbers anew each time: all answers meet the same.
 * @param seed a whole number, 0 to 2³² − 1
 * @throws RangeError for any other seed
 */
export function uniformFrom(seed: number): () => number {
  if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32))
    throw new RangeError(`A seed is a whole number from 0 to ${2 ** 32 - 1}, not ${seed}.`);
  const next = xoshiro128StarStar([seed, 0x9e3779b9, 0x243f6a88, 0xb7e15162]);
  for (let index = 0; index < DROPPED; index += 1) next();
  return () => next() / 2 ** 32;
}

function rotatedLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
