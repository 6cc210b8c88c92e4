import type { Orm } from '../orm/orm';

/** A number for each of the two ORMs. */
export type PerOrm = Readonly<Record<Orm, number>>;

/** The worst and the best score of the scale. */
const LOWEST_SCORE = 1;
const HIGHEST_SCORE = 5;

/**
 * What each score means, the same for every factor and whatever the other option is: fixed anchors, so that
 * a third option could be added without moving these two (a scale stretched between the options could not).
 */
export const ANCHORS: readonly { readonly score: number; readonly means: string }[] = [
  { score: 1, means: 'blocked, or only through an unsupported or internal interface' },
  { score: 2, means: 'possible, with much work by hand' },
  { score: 3, means: 'the normal effort that the documentation describes' },
  { score: 4, means: 'well supported, with one small extra step' },
  { score: 5, means: 'supplied ready-made, or a natural fit' },
];

/** The value of a score on the scale of 0 to 100 on which options are compared: linear between the anchors. */
export function valueOfScore(score: number): number {
  return (score - 1) * 25;
}

/** A score held within the scale. */
export function clampScore(score: number): number {
  return Math.min(HIGHEST_SCORE, Math.max(LOWEST_SCORE, score));
}
