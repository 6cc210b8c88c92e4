import type { Orm } from '../orm/orm';
import type { Factor } from '../scenarios/types';
import type { Rank } from './answers';
import type { ConstraintCode } from './constraints';
import type { Group } from './groups';
import type { Choice, Effect, QuestionNumber } from './questions/question';
import type { Robustness } from './robustness';
import type { Ruling } from './verdict';

/** What a person answered, and what the answer does. The root of every number that is not the article's. */
export interface AnswerNode {
  readonly kind: 'answer';
  readonly question: QuestionNumber;
  readonly value: Choice;
  readonly effect: Effect;
  readonly from: readonly [];
}

/** The place that a person gave a group; null: none. */
export interface RankNode {
  readonly kind: 'rank';
  readonly group: Group;
  readonly value: Rank | null;
  readonly from: readonly [];
}

/** A person's own number, with the reason they gave. */
export interface EditNode {
  readonly kind: 'edit';
  readonly factor: Factor;
  readonly reason: string;
  readonly value: number;
  readonly from: readonly [];
}

/** A cell of the article's matrix, put on the scale. */
export interface CellNode {
  readonly kind: 'cell';
  readonly factor: Factor;
  readonly orm: Orm;
  readonly says: string;
  readonly value: number;
  readonly from: readonly [];
}

/** Points of a factor, 0 to 3. */
export interface PointsNode {
  readonly kind: 'points';
  readonly factor: Factor;
  readonly value: number;
  readonly from: readonly [AnswerNode | EditNode];
}

/** A factor's part of its group's points: the first of `from` divided by the sum of all; 0 where that is 0. */
export interface ShareNode {
  readonly kind: 'share';
  readonly factor: Factor;
  readonly value: number;
  readonly from: readonly [PointsNode, ...PointsNode[]];
}

/** The weight of a group from the places of all four, own first; 0 where it dropped out. */
export interface GroupWeightNode {
  readonly kind: 'group-weight';
  readonly group: Group;
  readonly value: number;
  /** The weight by rank-order centroid, before groups in which nothing counts dropped out. */
  readonly byOrder: number;
  readonly from: readonly [RankNode, ...RankNode[]];
}

/** The weight of a factor in the whole: the product of `from`. */
export interface WeightNode {
  readonly kind: 'weight';
  readonly factor: Factor;
  readonly value: number;
  readonly from: readonly [GroupWeightNode, ShareNode];
}

/** The score of an ORM, 1 to 5: set by the first of `from`, shifted by the second, held within the scale. */
export interface ScoreNode {
  readonly kind: 'score';
  readonly factor: Factor;
  readonly orm: Orm;
  readonly value: number;
  readonly doubt: number;
  readonly from:
    | readonly [AnswerNode]
    | readonly [AnswerNode, AnswerNode]
    | readonly [EditNode]
    | readonly [CellNode];
}

/** What a factor adds to the value of an ORM: weight × (score − 1) × 25. */
export interface ContributionNode {
  readonly kind: 'contribution';
  readonly factor: Factor;
  readonly orm: Orm;
  readonly value: number;
  readonly from: readonly [WeightNode, ScoreNode];
}

/** The value of an ORM, 0 to 100: the sum of `from`. */
export interface ValueNode {
  readonly kind: 'value';
  readonly orm: Orm;
  readonly value: number;
  readonly from: readonly ContributionNode[];
}

/** The value of SQLAlchemy minus that of Django: the first of `from` minus the second. */
export interface DeltaNode {
  readonly kind: 'delta';
  readonly value: number;
  readonly from: readonly [sqlalchemy: ValueNode, django: ValueNode];
}

/** The share of draws that the leader won, with all that the draws around the difference gave. */
export interface AcceptabilityNode {
  readonly kind: 'acceptability';
  readonly value: number;
  readonly robustness: Robustness;
  readonly from: readonly [DeltaNode];
}

/** The weight of a group at which the result turns. */
export interface FlipNode {
  readonly kind: 'flip';
  readonly group: Group;
  readonly value: number;
  /** In weight points from the weight that the group has. */
  readonly distance: number;
  readonly from: readonly [GroupWeightNode, DeltaNode];
}

/** The smallest distance of `from`; null when there are none. */
export interface NearestFlipNode {
  readonly kind: 'nearest-flip';
  readonly value: number | null;
  readonly from: readonly FlipNode[];
}

/** How many questions are open: as many as stand in `from`. */
export interface UnknownNode {
  readonly kind: 'unknown';
  readonly value: number;
  readonly from: readonly AnswerNode[];
}

/** A hard constraint, and the answer that hit it. */
export interface ConstraintNode {
  readonly kind: 'constraint';
  readonly value: ConstraintCode;
  readonly excludes: readonly Orm[];
  readonly from: readonly [AnswerNode];
}

/** How far doubt about a factor's scores moves the difference: `high` − `low`. */
export interface SwingNode {
  readonly kind: 'swing';
  readonly factor: Factor;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly from: readonly [DeltaNode, WeightNode, ScoreNode, ScoreNode];
}

/** How far the answer to one question can move the difference, all others held: `high` − `low`. */
export interface RangeNode {
  readonly kind: 'range';
  readonly question: QuestionNumber;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly from: readonly [DeltaNode, AnswerNode];
}

/** The verdict, with everything that its rule looked at. */
export interface VerdictNode {
  readonly kind: 'verdict';
  readonly value: Ruling['verdict'];
  readonly rule: Ruling['rule'];
  readonly reasons: Ruling['reasons'];
  readonly from: readonly [DeltaNode, AcceptabilityNode, NearestFlipNode, UnknownNode, ...ConstraintNode[]];
}

/** A thing that is shown, and in `from` the things that it was made from, down to answers. */
export type ExplanationNode =
  | AnswerNode
  | RankNode
  | EditNode
  | CellNode
  | PointsNode
  | ShareNode
  | GroupWeightNode
  | WeightNode
  | ScoreNode
  | ContributionNode
  | ValueNode
  | DeltaNode
  | AcceptabilityNode
  | FlipNode
  | NearestFlipNode
  | UnknownNode
  | ConstraintNode
  | SwingNode
  | RangeNode
  | VerdictNode;

/** The roots under which every number of a result stands. */
export interface Explanation {
  readonly verdict: VerdictNode;
  /** In the order of the tornado, widest first. */
  readonly swings: readonly SwingNode[];
  /** In the order of the questions. */
  readonly ranges: readonly RangeNode[];
  /** The difference by the scores of the article's matrix. */
  readonly article: DeltaNode;
}
