import { DATABASE, FRAMEWORK, LEGACY, REPORTS, RULES, SHARING } from './fit';
import { LOAD, REACH, TABLE_CHANGES } from './ops';
import { type Choice, type Effect, isKnown, type Question, type QuestionNumber } from './question';
import { EXPERIENCE, HIRING, ONBOARDING } from './team';
import { DEADLINE, PARTS } from './time';

/** The questions with options, by number. */
export const QUESTIONS: Readonly<Record<QuestionNumber, Question>> = {
  1: FRAMEWORK,
  2: DATABASE,
  3: LEGACY,
  4: REPORTS,
  5: RULES,
  6: SHARING,
  7: EXPERIENCE,
  8: ONBOARDING,
  9: HIRING,
  10: DEADLINE,
  11: PARTS,
  12: LOAD,
  13: TABLE_CHANGES,
  14: REACH,
};

/** The fifteenth question: the groups in order of the swing from worst to best (see `GROUP_DETAILS`). */
export const RANKING = {
  number: 15,
  asks: 'Suppose all four start at their worst. Which would you move to its best first, second, third, fourth?',
  about: 'your priorities',
  why: 'A weight means something only if both ends of what it weighs are named. Ties are allowed.',
} as const;

/**
 * What an answer does to the factor of its question.
 * @throws RangeError when the question has no such option
 */
export function effectOf(number: QuestionNumber, choice: Choice): Effect {
  const question = QUESTIONS[number];
  if (!isKnown(choice)) return question.baseline;
  const option = question.options.find(({ code }) => code === choice);
  if (option === undefined) throw new RangeError(`Question ${number} has no option ${choice}.`);
  return option.effect;
}
