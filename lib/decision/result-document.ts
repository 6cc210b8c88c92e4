import { ORMS, OrmSchema } from '../orm/orm';
import { FactorSchema } from '../scenarios/types';
import * as z from '../util/zod';
import { MODEL_VERSION, readAnswers, TextRefusalSchema, writeAnswers } from './answer-text';
import { CONSTRAINTS } from './constraints';
import { type Decision, decide } from './decide';
import { GROUPS } from './groups';
import { detailsOf } from './judge-factors';
import { NOTES } from './notes';
import { valueOfScore } from './scale';

const PerOrmSchema = z.object({ django: z.number(), sqlalchemy: z.number() });
const GroupSchema = z.enum(GROUPS);
const PerGroupSchema = z.object({ fit: z.number(), team: z.number(), time: z.number(), ops: z.number() });
const ShareSchema = z.number().min(0).max(1);

/** The whole result of one set of answers, for scripts and for whoever wants to check it; nothing is rounded. */
export const ResultSchema = z.object({
  model: z.literal(MODEL_VERSION).describe('The version of the questions, numbers and rules.'),
  answers: z.string().describe('The answers as text, in the one way in which they are written.'),
  v: PerOrmSchema.describe('The value of each ORM, 0 to 100.'),
  delta: z.number().describe('The value of SQLAlchemy minus that of Django.'),
  literalDelta: z.number().describe('The same with the scores that the article gives.'),
  acceptability: ShareSchema.describe(
    'The share of the draws that the leader wins; without one, the larger.',
  ),
  nearestFlip: z
    .number()
    .nullable()
    .describe('By how many hundredths a group’s weight must change to turn the result; null: none can.'),
  unknown: z.number().int().min(0).max(14).describe('How many of questions 1 to 14 are open.'),
  constraints: z.array(z.enum(CONSTRAINTS)),
  excluded: z.array(OrmSchema),
  notes: z.array(z.enum(NOTES)),
  verdict: z.object({
    kind: z.enum(['clear', 'lean', 'pilot', 'unknown', 'constraint', 'neither']),
    choice: OrmSchema.nullable(),
  }),
  factors: z.array(
    z.object({
      id: FactorSchema,
      group: GroupSchema,
      points: z.number(),
      share: ShareSchema.describe('Its part of the points of its group.'),
      weight: ShareSchema.describe('Its weight in the whole.'),
      scores: PerOrmSchema.describe('1 to 5.'),
      literalScores: PerOrmSchema.describe('What the article’s words say on the same scale.'),
      doubt: z.number().describe('How far each score is drawn around, up and down.'),
      contributions: PerOrmSchema.describe('What it adds to each value.'),
    }),
  ),
  groups: z.array(
    z.object({
      id: GroupSchema,
      rank: z.number().int().min(1).max(4).nullable(),
      weight: ShareSchema,
      delta: z.number().describe('The difference inside the group, before it is weighed.'),
    }),
  ),
  centralWeights: z
    .object({ django: PerGroupSchema.nullable(), sqlalchemy: PerGroupSchema.nullable() })
    .describe('The mean weights of the draws that an ORM wins; null: it wins none.'),
  flips: z.array(
    z.object({
      group: GroupSchema,
      at: ShareSchema.describe('The weight at which both are level.'),
      distance: z.number().describe('How far that is from its weight, in hundredths.'),
    }),
  ),
  tornado: z
    .array(z.object({ factor: FactorSchema, low: z.number(), high: z.number() }))
    .describe('How far doubt about a factor moves the difference; the widest first.'),
  draws: z.object({
    count: z.number().int(),
    seed: z.number().int(),
    shares: PerOrmSchema.describe('The share of the draws that each wins, a tie counting half.'),
    ties: ShareSchema,
    confidence: z
      .object({ django: ShareSchema.nullable(), sqlalchemy: ShareSchema.nullable() })
      .describe('An ORM’s share when the groups’ weights are held at its central ones.'),
  }),
});
export type Result = z.infer<typeof ResultSchema>;

/** What `npm run decide` prints for a text: its result, or why it was refused. */
export const ResultDocumentSchema = z.union([ResultSchema, z.object({ error: TextRefusalSchema })]);
export type ResultDocument = z.infer<typeof ResultDocumentSchema>;

/** The result of a decision as plain data. */
export function resultOf(decision: Decision): Result {
  const { answers, factors, sum, article, robustness, verdict } = decision;
  return {
    model: MODEL_VERSION,
    answers: writeAnswers(answers),
    v: { ...sum.values },
    delta: sum.delta,
    literalDelta: article.delta,
    acceptability: decision.acceptability,
    nearestFlip: decision.nearestFlip?.distance ?? null,
    unknown: decision.unknown,
    constraints: decision.hits.map(({ code }) => code),
    excluded: [...decision.excluded],
    notes: [...decision.notes],
    verdict: { kind: verdict.kind, choice: verdict.choice },
    factors: factors.map(({ factor, group, points, scores, doubt }, index) => {
      const weight = sum.weights[index] ?? 0;
      const [django = 0, sqlalchemy = 0] = ORMS.map((orm) => weight * valueOfScore(scores[orm]));
      return {
        id: factor,
        group,
        points,
        share: sum.shares[index] ?? 0,
        weight,
        scores: { ...scores },
        literalScores: { ...detailsOf(factor).literal },
        doubt,
        contributions: { django, sqlalchemy },
      };
    }),
    groups: GROUPS.map((group) => ({
      id: group,
      rank: answers.ranks[group],
      weight: sum.groupWeights[group],
      delta: sum.groupDeltas[group],
    })),
    centralWeights: { ...robustness.centralWeights },
    flips: decision.flips.map((flip) => ({ ...flip })),
    tornado: decision.tornado.map((swing) => ({ ...swing })),
    draws: {
      count: robustness.count,
      seed: robustness.seed,
      shares: { ...robustness.shares },
      ties: robustness.ties,
      confidence: { ...robustness.confidence },
    },
  };
}

/** Decides on a text of answers; a text that is none gives its refusal in the result's place. */
export function resultOfText(text: string): ResultDocument {
  const read = readAnswers(text);
  return read.kind === 'refused' ? { error: { ...read.refusal } } : resultOf(decide(read.answers));
}

/** The text of the published JSON Schema of what `npm run decide` prints. */
export function resultJsonSchema(): string {
  const schema = {
    ...z.toJSONSchema(ResultDocumentSchema, { target: 'draft-2020-12', io: 'output' }),
    title: 'ORM Pilot decision',
    description:
      'What follows from one set of answers: values, weights, how firm the result is, and the verdict. ' +
      'Differences are SQLAlchemy minus Django; numbers are not rounded.',
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
