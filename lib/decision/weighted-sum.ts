import { ORMS } from '../orm/orm';
import { GROUPS, type Group, type PerGroup, perGroup } from './groups';
import { type PerOrm, valueOfScore } from './scale';

/** What a factor brings to its group; `points` of 0 means that it does not count. */
export interface Counted {
  readonly group: Group;
  readonly points: number;
}

/** A factor with how well each ORM does on it. */
export interface Scored extends Counted {
  readonly scores: PerOrm;
}

/** The weighted sum of both ORMs, with every number on the way to it. */
export interface WeightedSum {
  /** After groups in which nothing counts have dropped out. */
  readonly groupWeights: PerGroup;
  /** Each factor's part of its group's points, in the order of the factors. */
  readonly shares: readonly number[];
  /** Each factor's weight in the whole: its group's weight times its share. */
  readonly weights: readonly number[];
  /** 0 to 100. */
  readonly values: PerOrm;
  /** The value of SQLAlchemy minus that of Django, −100 to 100. */
  readonly delta: number;
  /** The same difference inside each group, before the group is weighed. */
  readonly groupDeltas: PerGroup;
}

/**
 * The weights of the groups in which something counts, in the proportions they had. Where nothing counts
 * in any, all are 0.
 */
export function keptGroupWeights(weights: PerGroup, factors: readonly Counted[]): PerGroup {
  const counts = perGroup((group) => pointsOf(factors, group));
  const kept = perGroup((group) => (counts[group] > 0 ? weights[group] : 0));
  if (GROUPS.every((group) => kept[group] === weights[group])) return weights;
  const sum = GROUPS.reduce((total, group) => total + kept[group], 0);
  return perGroup((group) => (sum > 0 ? kept[group] / sum : 0));
}

/** Each factor's part of its group's points; 0 where the group has none. */
function sharesOf(factors: readonly Counted[]): readonly number[] {
  return factors.map(({ group, points }) => (points === 0 ? 0 : points / pointsOf(factors, group)));
}

/**
 * The additive value of one option: Σ weight × value of its score. It needs nothing of any other option.
 * @param scores one for each weight, on the scale of 1 to 5
 */
export function weightedValue(weights: readonly number[], scores: readonly number[]): number {
  return weights.reduce((sum, weight, index) => {
    const score = scores[index];
    if (score === undefined) throw new RangeError('There must be a score for each weight.');
    return sum + weight * valueOfScore(score);
  }, 0);
}

/**
 * The weighted sum (the additive value model of Keeney & Raiffa; SMARTS, Edwards & Barron 1994): weights of
 * groups, inside them points divided by their sum, values from fixed anchors and never from the options.
 */
export function weightedSum(factors: readonly Scored[], weightsByOrder: PerGroup): WeightedSum {
  const groupWeights = keptGroupWeights(weightsByOrder, factors);
  const shares = sharesOf(factors);
  const weights = factors.map(({ group }, index) => groupWeights[group] * (shares[index] ?? 0));
  const [django, sqlalchemy] = ORMS.map((orm) =>
    weightedValue(
      weights,
      factors.map(({ scores }) => scores[orm]),
    ),
  );
  const values = { django: django ?? 0, sqlalchemy: sqlalchemy ?? 0 };
  return {
    groupWeights,
    shares,
    weights,
    values,
    delta: values.sqlalchemy - values.django,
    groupDeltas: perGroup((group) =>
      factors.reduce(
        (sum, { group: own, scores }, index) =>
          own === group
            ? sum + (shares[index] ?? 0) * (valueOfScore(scores.sqlalchemy) - valueOfScore(scores.django))
            : sum,
        0,
      ),
    ),
  };
}

function pointsOf(factors: readonly Counted[], group: Group): number {
  return factors.reduce((sum, factor) => (factor.group === group ? sum + factor.points : sum), 0);
}
