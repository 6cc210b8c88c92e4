import type { Orm } from '../orm/orm';
import type { Factor } from '../scenarios/types';
import { type AnswerRange, answerRanges, openQuestionsThatMatter } from './answer-ranges';
import { type Answers, openQuestions, tidied } from './answers';
import { constraintsHit, excludedBy, type Hit } from './constraints';
import { type DrawsInput, runDraws } from './draws';
import { type Flip, flipsOf, nearestFlip } from './flips';
import { groupWeights, orderOf } from './group-weights';
import { articleOnly, type Edit, type Judgement, judgeFactors } from './judge-factors';
import { type NoteCode, notesFor } from './notes';
import type { Robustness } from './robustness';
import { type Swing, settlingFactors, tornadoOf } from './tornado';
import { acceptabilityOf, type Ruling, rule } from './verdict';
import { type WeightedSum, weightedSum } from './weighted-sum';

/** Everything that follows from answers without a random number. */
export interface Weighing {
  readonly answers: Answers;
  readonly factors: readonly Judgement[];
  readonly sum: WeightedSum;
  /** With the scores of the article's matrix; it has no draws, no constraint and no verdict. */
  readonly article: WeightedSum;
  readonly flips: readonly Flip[];
  readonly tornado: readonly Swing[];
  readonly ranges: readonly AnswerRange[];
  /** How many of questions 1 to 14 are open. */
  readonly unknown: number;
  readonly hits: readonly Hit[];
  readonly excluded: readonly Orm[];
  readonly notes: readonly NoteCode[];
}

/** A decision: the weighing, how firm it is, and what to say. */
export interface Decision extends Weighing, Ruling {
  readonly robustness: Robustness;
  /** The leader's share of the draws, without a leader the larger one. */
  readonly acceptability: number;
  readonly nearestFlip: Flip | null;
  /** The two or three factors that would settle it, for a pilot. */
  readonly settling: readonly Factor[];
  /** The open questions that could move the result most. */
  readonly toFindOut: readonly AnswerRange[];
}

/** How a decision is made, other than by answers. */
export interface DecideOptions {
  readonly seed?: number;
  readonly draws?: number;
  readonly edits?: readonly Edit[];
}

/**
 * Weighs answers: constraints, points and scores, weights, the weighted sum, its flips and its swings.
 * @throws RangeError when an answer is none of its question's options, or an edit leaves the scale
 */
export function weigh(answers: Answers, edits: readonly Edit[] = []): Weighing {
  const tidy = tidied(answers);
  const factors = judgeFactors(tidy, edits);
  const weights = groupWeights(tidy.ranks);
  const sum = weightedSum(factors, weights);
  const hits = constraintsHit(tidy);
  return {
    answers: tidy,
    factors,
    sum,
    article: weightedSum(articleOnly(factors), weights),
    flips: flipsOf(sum.groupWeights, sum.groupDeltas),
    tornado: tornadoOf(factors, sum),
    ranges: answerRanges(tidy, edits),
    unknown: openQuestions(tidy).length,
    hits,
    excluded: excludedBy(hits),
    notes: notesFor(tidy),
  };
}

/** What is to be drawn for a weighing, by `runDraws` at once or by `startDraws` in slices. */
export function drawsInputOf(
  { answers, factors }: Pick<Weighing, 'answers' | 'factors'>,
  { seed, draws }: DecideOptions = {},
): DrawsInput {
  return {
    order: orderOf(answers.ranks),
    factors,
    ...(draws === undefined ? {} : { count: draws }),
    ...(seed === undefined ? {} : { seed }),
  };
}

/** Comes to the verdict once the draws of a weighing are made. */
export function conclude(weighing: Weighing, robustness: Robustness): Decision {
  const { answers, sum, flips, hits, excluded, unknown, tornado, ranges } = weighing;
  const nearest = nearestFlip(flips);
  const acceptability = acceptabilityOf(sum.delta, robustness.shares);
  const ruling = rule({
    excluded,
    unknown,
    delta: sum.delta,
    acceptability,
    nearestFlip: nearest === null ? null : nearest.distance,
    unacknowledged: hits.some(({ code }) => code === 'HC-A') && !answers.acknowledged,
  });
  return {
    ...weighing,
    ...ruling,
    robustness,
    acceptability,
    nearestFlip: nearest,
    settling: settlingFactors(tornado),
    toFindOut: openQuestionsThatMatter(answers, ranges),
  };
}

/**
 * Decides at once: `weigh`, all draws, `conclude`.
 * @throws RangeError when an answer is none of its question's options, or an edit leaves the scale
 */
export function decide(answers: Answers, options: DecideOptions = {}): Decision {
  const weighing = weigh(answers, options.edits);
  return conclude(weighing, runDraws(drawsInputOf(weighing, options)));
}
