import { ORMS } from '../orm/orm';
import type { Factor } from '../scenarios/types';
import type { Answers } from './answers';
import { FACTOR_LIST, type FactorDetails } from './factors';
import type { Group } from './groups';
import { isKnown, type Question, type QuestionNumber, touchesScores } from './questions/question';
import { effectOf, QUESTIONS } from './questions/questions';
import { clampScore, type PerOrm } from './scale';

/** A person's own number in place of one that follows from the answers; always with a reason. */
export interface Edit {
  readonly factor: Factor;
  /** 0 to 3. */
  readonly points?: number;
  /** 1 to 5. */
  readonly scores?: Partial<PerOrm>;
  readonly reason: string;
}

/** How much a factor counts in its group, and how well each ORM does on it. */
export interface Judgement {
  readonly factor: Factor;
  readonly group: Group;
  readonly points: number;
  readonly scores: PerOrm;
  /** How far each score is in doubt, up and down: ½, or 1 where a question about it is open. */
  readonly doubt: number;
  /** The questions whose answers made the points, the scores, and their shift. */
  readonly from: {
    readonly points: QuestionNumber;
    readonly scores: QuestionNumber;
    readonly shift: QuestionNumber | null;
  };
  /** The person's own numbers, which stand in place of the answers'. */
  readonly edit: Edit | null;
}

const DOUBT = 0.5;
const DOUBT_WHERE_OPEN = 1;

/** Which question sets a factor's points, which its scores, and which shifts them. */
const SOURCES = new Map(FACTOR_LIST.map(({ id }) => [id, sourcesOf(id)]));

/**
 * Turns answers into the nine factors' points and scores, in the order of `FACTOR_LIST`. The scores are
 * direct ratings on fixed anchors, as SMART has them; each answer touches one factor only.
 * @throws RangeError when an answer is none of its question's options, or an edit leaves the scale
 */
export function judgeFactors(answers: Answers, edits: readonly Edit[] = []): readonly Judgement[] {
  return FACTOR_LIST.map((details) => {
    const judgement = judgeFactor(details, answers);
    const edit = edits.findLast(({ factor }) => factor === details.id);
    return edit === undefined ? judgement : edited(judgement, edit);
  });
}

/** The same factors with the scores that the article's matrix gives, literally; points stay. */
export function articleOnly(judgements: readonly Judgement[]): readonly Judgement[] {
  return judgements.map((judgement) => ({ ...judgement, scores: detailsOf(judgement.factor).literal }));
}

/** What is known about a factor. */
export function detailsOf(factor: Factor): FactorDetails {
  const details = FACTOR_LIST.find(({ id }) => id === factor);
  if (details === undefined) throw new RangeError(`There is no factor ${factor}.`);
  return details;
}

function judgeFactor({ id, group }: FactorDetails, { choices }: Answers): Judgement {
  const from = SOURCES.get(id);
  if (from === undefined) throw new RangeError(`No question is about ${id}.`);
  const { points } = effectOf(from.points, choices[from.points]);
  const { scores } = effectOf(from.scores, choices[from.scores]);
  if (points === undefined || scores === undefined)
    throw new RangeError(`The answers leave ${id} without points or scores.`);
  const shift = from.shift === null ? undefined : effectOf(from.shift, choices[from.shift]).shift;
  const isOpen = [from.points, from.scores, from.shift].some(
    (number) => number !== null && touchesScores(QUESTIONS[number]) && !isKnown(choices[number]),
  );
  return {
    factor: id,
    group,
    points,
    scores: {
      django: clampScore(scores.django + (shift?.django ?? 0)),
      sqlalchemy: clampScore(scores.sqlalchemy + (shift?.sqlalchemy ?? 0)),
    },
    doubt: isOpen ? DOUBT_WHERE_OPEN : DOUBT,
    from,
    edit: null,
  };
}

function edited(judgement: Judgement, edit: Edit): Judgement {
  const points = edit.points ?? judgement.points;
  const scores = { ...judgement.scores, ...edit.scores };
  if (!(points >= 0 && points <= 3)) throw new RangeError(`Points go from 0 to 3, not to ${points}.`);
  for (const orm of ORMS)
    if (clampScore(scores[orm]) !== scores[orm])
      throw new RangeError(`Scores go from 1 to 5, not to ${scores[orm]}.`);
  return { ...judgement, points, scores, edit };
}

function sourcesOf(factor: Factor): Judgement['from'] {
  const questions = Object.values(QUESTIONS).filter((question) => question.factor === factor);
  const that = (sets: (question: Question) => boolean) => questions.find(sets)?.number;
  const points = that(({ baseline }) => baseline.points !== undefined);
  const scores = that(({ baseline }) => baseline.scores !== undefined);
  if (points === undefined || scores === undefined) throw new RangeError(`No question is about ${factor}.`);
  const shift = that(({ options }) => options.some(({ effect }) => effect.shift !== undefined)) ?? null;
  return { points, scores, shift };
}
