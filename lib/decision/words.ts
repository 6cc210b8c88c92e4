import { ORM_NAMES, type Orm } from '../orm/orm';
import { assertNever } from '../util/assert-never';
import type { Decision } from './decide';
import { GROUP_DETAILS, GROUPS } from './groups';
import { detailsOf } from './judge-factors';
import { shownNumber, shownShare } from './shown';
import { type Reason, THRESHOLDS } from './verdict';

/** The verdict in a sentence. It never says "best": no ORM is, for every project. */
export function verdictSentence({ verdict, settling }: Pick<Decision, 'verdict' | 'settling'>): string {
  switch (verdict.kind) {
    case 'neither':
      return 'Neither passes: use the vendor driver or pilot.';
    case 'constraint':
      return `A constraint decides: ${ORM_NAMES[verdict.choice]}.`;
    case 'unknown':
      return 'Not enough known.';
    case 'pilot':
      return settling.length === 0
        ? 'No single best. Run the pilot.'
        : `No single best. Run the pilot on ${settling.length === 1 ? 'this factor' : `these ${settling.length} factors`}.`;
    case 'clear':
      return `Clear lean to ${ORM_NAMES[verdict.choice]}.`;
    case 'lean':
      return `Leans to ${ORM_NAMES[verdict.choice]}; confirm with the pilot.`;
    default:
      return assertNever(verdict);
  }
}

/** One reason of a verdict in a sentence, with its number and the bound that it was held against. */
export function reasonSentence({ test, value, threshold, isMet }: Reason): string {
  switch (test) {
    case 'excluded':
      return `A hard constraint excludes ${value === 1 ? 'one of the two' : 'both'}.`;
    case 'open-questions':
      return `${value} of the 14 questions ${value === 1 ? 'is' : 'are'} open; ${
        isMet ? 'no more than' : 'more than'
      } ${threshold}.`;
    case 'no-leader':
      return 'Both come to the same value.';
    case 'delta':
      return `The difference is ${shownNumber(Math.abs(value ?? 0), deltaBounds)} of 100; ${
        isMet ? 'at least' : 'less than'
      } ${threshold}.`;
    case 'acceptability':
      return `The leader wins ${shownShare(value ?? 0, shareBounds)} of the draws; ${
        isMet ? 'at least' : 'less than'
      } ${shownShare(threshold ?? 0)}.`;
    case 'nearest-flip':
      return `A change of ${shownNumber(value ?? 0, [THRESHOLDS.leastFlip])} weight points turns the result; less than ${threshold}.`;
    case 'acknowledgement':
      return 'You have not yet accepted what a second data layer beside Django loses.';
    default:
      return assertNever(test);
  }
}

/**
 * What would make an ORM the choice, for the reader who would rather have had it: the weights under which it
 * typically wins, and the nearest weight at which the result turns.
 */
export function otherwiseSentences(
  orm: Orm,
  { robustness, nearestFlip, sum }: Pick<Decision, 'robustness' | 'nearestFlip' | 'sum'>,
): readonly string[] {
  const name = ORM_NAMES[orm];
  const central = robustness.centralWeights[orm];
  const typical =
    central === null
      ? `No weights in your order put ${name} first.`
      : `You would choose ${name} if your weights were about ${[...GROUPS]
          .sort((one, other) => central[other] - central[one])
          .map((group) => `${GROUP_DETAILS[group].name} ${shownNumber(central[group] * 100)} %`)
          .join(', ')}.`;
  const turn =
    nearestFlip === null
      ? 'No single weight turns the result.'
      : `The result turns where ${GROUP_DETAILS[nearestFlip.group].name} counts ${shownNumber(
          nearestFlip.at * 100,
        )} of 100, not ${shownNumber(sum.groupWeights[nearestFlip.group] * 100)}.`;
  return [typical, turn];
}

/** The factors that would settle it, by name. */
export function settlingNames({ settling }: Pick<Decision, 'settling'>): readonly string[] {
  return settling.map((factor) => detailsOf(factor).name);
}

const deltaBounds = [THRESHOLDS.leastDelta, THRESHOLDS.clearDelta];
const shareBounds = [THRESHOLDS.leastAcceptability, THRESHOLDS.clearAcceptability];
