import type { Orm } from '../orm/orm';
import type { Factor } from '../scenarios/types';
import { openQuestions } from './answers';
import type { Decision } from './decide';
import type {
  AnswerNode,
  CellNode,
  ConstraintNode,
  ContributionNode,
  DeltaNode,
  EditNode,
  Explanation,
  ExplanationNode,
  FlipNode,
  GroupWeightNode,
  PointsNode,
  RangeNode,
  RankNode,
  ScoreNode,
  ShareNode,
  SwingNode,
  ValueNode,
  WeightNode,
} from './explanation';
import { groupWeights } from './group-weights';
import { GROUPS, type Group } from './groups';
import { detailsOf, type Judgement } from './judge-factors';
import type { QuestionNumber } from './questions/question';
import { effectOf } from './questions/questions';
import { valueOfScore } from './scale';
import type { WeightedSum } from './weighted-sum';

/** Makes the score of a factor for one ORM: ours, or the article's. */
type ScoreMaker = (judgement: Judgement, orm: Orm) => ScoreNode;

/**
 * Explains a decision: a tree from the verdict down to the answers, in which every number of a result stands
 * with those that it was made from. Nothing is computed here that the decision has not.
 */
export function explain(decision: Decision): Explanation {
  const { factors, sum, article, robustness, flips, tornado, ranges, hits } = decision;
  const scores: ScoreMaker = (judgement, orm) => scoreNode(decision, judgement, orm);
  const delta = deltaNode(decision, sum, scores);
  const flipNodes = flips.map(
    ({ group, at, distance }): FlipNode => ({
      kind: 'flip',
      group,
      value: at,
      distance,
      from: [groupWeightNode(decision, group), delta],
    }),
  );
  return {
    verdict: {
      kind: 'verdict',
      value: decision.verdict,
      rule: decision.rule,
      reasons: decision.reasons,
      from: [
        delta,
        {
          kind: 'acceptability',
          value: decision.acceptability,
          robustness,
          from: [delta],
        },
        { kind: 'nearest-flip', value: decision.nearestFlip?.distance ?? null, from: flipNodes },
        {
          kind: 'unknown',
          value: decision.unknown,
          from: openQuestions(decision.answers).map((number) => answerNode(decision, number)),
        },
        ...hits.map(
          ({ code, excludes, question }): ConstraintNode => ({
            kind: 'constraint',
            value: code,
            excludes,
            from: [answerNode(decision, question)],
          }),
        ),
      ],
    },
    swings: tornado.map(({ factor, low, high }): SwingNode => {
      const judgement = judgementOf(factors, factor);
      const [django, sqlalchemy] = [scores(judgement, 'django'), scores(judgement, 'sqlalchemy')];
      const weight = weightNode(decision, sum, judgement);
      return {
        kind: 'swing',
        factor,
        value: high - low,
        low,
        high,
        from: [delta, weight, django, sqlalchemy],
      };
    }),
    ranges: ranges.map(
      ({ question, low, high }): RangeNode => ({
        kind: 'range',
        question,
        value: high - low,
        low,
        high,
        from: [delta, answerNode(decision, question)],
      }),
    ),
    article: deltaNode(decision, article, cellScore),
  };
}

/** Every node under some, themselves first; one that stands in several places comes once. */
export function everyNode(roots: readonly ExplanationNode[]): readonly ExplanationNode[] {
  const found = new Set<ExplanationNode>();
  const visit = (node: ExplanationNode) => {
    if (found.has(node)) return;
    found.add(node);
    node.from.forEach(visit);
  };
  roots.forEach(visit);
  return [...found];
}

function deltaNode(decision: Decision, sum: WeightedSum, scores: ScoreMaker): DeltaNode {
  const value = (orm: Orm): ValueNode => ({
    kind: 'value',
    orm,
    value: sum.values[orm],
    from: decision.factors.map((judgement): ContributionNode => {
      const weight = weightNode(decision, sum, judgement);
      const score = scores(judgement, orm);
      return {
        kind: 'contribution',
        factor: judgement.factor,
        orm,
        value: weight.value * valueOfScore(score.value),
        from: [weight, score],
      };
    }),
  });
  return { kind: 'delta', value: sum.delta, from: [value('sqlalchemy'), value('django')] };
}

function weightNode(decision: Decision, sum: WeightedSum, judgement: Judgement): WeightNode {
  const index = decision.factors.indexOf(judgement);
  return {
    kind: 'weight',
    factor: judgement.factor,
    value: sum.weights[index] ?? 0,
    from: [
      groupWeightNode(decision, judgement.group),
      shareNode(decision, judgement, sum.shares[index] ?? 0),
    ],
  };
}

function shareNode(decision: Decision, judgement: Judgement, value: number): ShareNode {
  const others = decision.factors.filter(
    (factor) => factor.group === judgement.group && factor !== judgement,
  );
  const points = (each: Judgement) => pointsNode(decision, each);
  return {
    kind: 'share',
    factor: judgement.factor,
    value,
    from: [points(judgement), ...others.map(points)],
  };
}

function pointsNode(decision: Decision, judgement: Judgement): PointsNode {
  const { factor, points, from, edit } = judgement;
  const source =
    edit?.points === undefined ? answerNode(decision, from.points) : editNode(factor, edit.reason, points);
  return { kind: 'points', factor, value: points, from: [source] };
}

function groupWeightNode({ answers, sum }: Decision, group: Group): GroupWeightNode {
  const rank = (of: Group): RankNode => ({ kind: 'rank', group: of, value: answers.ranks[of], from: [] });
  return {
    kind: 'group-weight',
    group,
    value: sum.groupWeights[group],
    byOrder: groupWeights(answers.ranks)[group],
    from: [rank(group), ...GROUPS.filter((other) => other !== group).map(rank)],
  };
}

function scoreNode(decision: Decision, judgement: Judgement, orm: Orm): ScoreNode {
  const { factor, scores, doubt, from, edit } = judgement;
  const base = { kind: 'score', factor, orm, value: scores[orm], doubt } as const;
  if (edit?.scores?.[orm] !== undefined)
    return { ...base, from: [editNode(factor, edit.reason, scores[orm])] };
  const set = answerNode(decision, from.scores);
  return from.shift === null
    ? { ...base, from: [set] }
    : { ...base, from: [set, answerNode(decision, from.shift)] };
}

/** The article's score: its own words on the scale, of which nothing is in doubt. */
function cellScore({ factor }: Judgement, orm: Orm): ScoreNode {
  const { cells, literal } = detailsOf(factor);
  const cell: CellNode = { kind: 'cell', factor, orm, says: cells[orm], value: literal[orm], from: [] };
  return { kind: 'score', factor, orm, value: literal[orm], doubt: 0, from: [cell] };
}

function answerNode({ answers }: Decision, question: QuestionNumber): AnswerNode {
  const value = answers.choices[question];
  return { kind: 'answer', question, value, effect: effectOf(question, value), from: [] };
}

function editNode(factor: Factor, reason: string, value: number): EditNode {
  return { kind: 'edit', factor, reason, value, from: [] };
}

function judgementOf(factors: readonly Judgement[], factor: Factor): Judgement {
  const judgement = factors.find((each) => each.factor === factor);
  if (judgement === undefined) throw new RangeError(`There is no factor ${factor}.`);
  return judgement;
}
