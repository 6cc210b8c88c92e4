import type { Factor } from '../scenarios/types';
import type { Judgement } from './judge-factors';
import { clampScore, valueOfScore } from './scale';
import { TOLERANCE } from './tolerance';
import type { WeightedSum } from './weighted-sum';

/** How far doubt about one factor's scores moves the difference, everything else held. */
export interface Swing {
  readonly factor: Factor;
  /** The difference with the doubt in Django's favour, and in SQLAlchemy's. */
  readonly low: number;
  readonly high: number;
}

const SETTLING = 3;

/**
 * One bar for each factor, widest first: deterministic one-way sensitivity, drawn as a tornado diagram.
 * Equal widths keep the order of the factors.
 */
export function tornadoOf(factors: readonly Judgement[], sum: WeightedSum): readonly Swing[] {
  return factors
    .map((factor, index) => ({
      factor: factor.factor,
      low: deltaWith(factor, index, sum, -factor.doubt),
      high: deltaWith(factor, index, sum, factor.doubt),
    }))
    .sort((one, other) => {
      const wider = widthOf(other) - widthOf(one);
      return Math.abs(wider) > TOLERANCE ? wider : 0;
    });
}

/** The two or three factors that would settle the question if their doubt were gone. */
export function settlingFactors(tornado: readonly Swing[]): readonly Factor[] {
  return tornado
    .filter((swing) => widthOf(swing) > TOLERANCE)
    .slice(0, SETTLING)
    .map(({ factor }) => factor);
}

function widthOf({ low, high }: Swing): number {
  return high - low;
}

/** The difference with one factor's scores moved apart by `by`, SQLAlchemy's up. */
function deltaWith(
  { scores }: Judgement,
  index: number,
  { weights, delta }: WeightedSum,
  by: number,
): number {
  const moved =
    valueOfScore(clampScore(scores.sqlalchemy + by)) - valueOfScore(clampScore(scores.django - by));
  const unmoved = valueOfScore(scores.sqlalchemy) - valueOfScore(scores.django);
  return delta + (weights[index] ?? 0) * (moved - unmoved);
}
