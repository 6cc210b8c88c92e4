import { NO_ANSWERS, withChoice } from './answers';
import { rankOrderCentroid } from './group-weights';
import { GROUPS, type Group, type PerGroup, perGroup } from './groups';
import { detailsOf, judgeFactors } from './judge-factors';
import { QUESTION_NUMBERS, type QuestionNumber } from './questions/question';
import { QUESTIONS } from './questions/questions';
import { weightedSum } from './weighted-sum';

/** Where the model leans when nobody in particular answers: over every option and every strict order. */
export interface Lean {
  /** Mean and standard deviation of the difference over all answer sets, each counted once. */
  readonly mean: number;
  readonly deviation: number;
  /** The mean difference inside each group, before it is weighed. */
  readonly groupMeans: PerGroup;
  /** The mean difference of the answer sets in which a group comes first. */
  readonly meanWithFirst: PerGroup;
}

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/**
 * The exact lean of the model, by enumeration: every combination of the lettered options of the questions that
 * move a number, with each of the 24 strict orders; constraints are ignored, for they are no weighing.
 *
 * No answer reaches into two groups, so the groups are enumerated one by one and joined: the difference is
 * the weighted sum of four independent ones.
 */
export function leanOfAllAnswers(): Lean {
  const moments: Record<Group, Moments> = {
    fit: momentsOf('fit'),
    team: momentsOf('team'),
    time: momentsOf('time'),
    ops: momentsOf('ops'),
  };
  const orders = strictOrders(GROUPS);
  const byOrder = orders.map((order) => ({ first: order[0], ...weighed(order, moments) }));
  const mean = meanOf(byOrder.map((each) => each.mean));
  const square = meanOf(byOrder.map((each) => each.variance + each.mean ** 2));
  return {
    mean,
    deviation: Math.sqrt(square - mean ** 2),
    groupMeans: perGroup((group) => moments[group].mean),
    meanWithFirst: perGroup((group) =>
      meanOf(byOrder.filter(({ first }) => first === group).map((each) => each.mean)),
    ),
  };
}

/** Mean and variance of the difference inside a group, over all answers that can move it. */
function momentsOf(group: Group): Moments {
  const questions = QUESTION_NUMBERS.filter((number) => {
    const { factor } = QUESTIONS[number];
    return factor !== null && detailsOf(factor).group === group;
  });
  const equal = perGroup(() => 1 / GROUPS.length);
  const differences = combinations(questions).map(
    (answers) => weightedSum(judgeFactors(answers), equal).groupDeltas[group],
  );
  const mean = meanOf(differences);
  return { mean, variance: meanOf(differences.map((difference) => (difference - mean) ** 2)) };
}

function combinations(questions: readonly QuestionNumber[]): readonly (typeof NO_ANSWERS)[] {
  return questions.reduce<readonly (typeof NO_ANSWERS)[]>(
    (sets, number) =>
      sets.flatMap((answers) =>
        QUESTIONS[number].options.map(({ code }) => withChoice(answers, number, code)),
      ),
    [NO_ANSWERS],
  );
}

function weighed(order: readonly Group[], moments: Readonly<Record<Group, Moments>>): Moments {
  const weights = rankOrderCentroid(GROUPS.length);
  const weightOf = (group: Group) => weights[order.indexOf(group)] ?? 0;
  return {
    mean: GROUPS.reduce((sum, group) => sum + weightOf(group) * moments[group].mean, 0),
    variance: GROUPS.reduce((sum, group) => sum + weightOf(group) ** 2 * moments[group].variance, 0),
  };
}

function strictOrders(groups: readonly Group[]): readonly (readonly Group[])[] {
  if (groups.length === 0) return [[]];
  return groups.flatMap((first) =>
    strictOrders(groups.filter((group) => group !== first)).map((rest) => [first, ...rest]),
  );
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
