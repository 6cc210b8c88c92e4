import { type Answers, openQuestions, withChoice } from './answers';
import { groupWeights } from './group-weights';
import { type Edit, judgeFactors } from './judge-factors';
import { QUESTION_NUMBERS, type QuestionNumber } from './questions/question';
import { QUESTIONS } from './questions/questions';
import { TOLERANCE } from './tolerance';
import { weightedSum } from './weighted-sum';

/** How far the answer to one question can move the difference, all other answers held. */
export interface AnswerRange {
  readonly question: QuestionNumber;
  readonly low: number;
  readonly high: number;
}

const NAMED = 3;

/** The range of each question that can move a number: all but the one about the database. */
export function answerRanges(answers: Answers, edits: readonly Edit[] = []): readonly AnswerRange[] {
  const weights = groupWeights(answers.ranks);
  return QUESTION_NUMBERS.filter((number) => QUESTIONS[number].factor !== null).map((question) => {
    const deltas = QUESTIONS[question].options.map(
      ({ code }) => weightedSum(judgeFactors(withChoice(answers, question, code), edits), weights).delta,
    );
    return { question, low: Math.min(...deltas), high: Math.max(...deltas) };
  });
}

/**
 * The open questions that matter most: up to three, the widest range first, those that move nothing left
 * out; equal ones in the order in which they are asked.
 */
export function openQuestionsThatMatter(
  answers: Answers,
  ranges: readonly AnswerRange[],
): readonly AnswerRange[] {
  const open = openQuestions(answers);
  const width = ({ low, high }: AnswerRange) => high - low;
  return ranges
    .filter((range) => open.includes(range.question) && width(range) > TOLERANCE)
    .sort((one, other) => {
      const wider = width(other) - width(one);
      return Math.abs(wider) > TOLERANCE ? wider : 0;
    })
    .slice(0, NAMED);
}
