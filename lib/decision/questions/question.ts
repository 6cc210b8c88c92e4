import type { Factor } from '../../scenarios/types';
import type { PerOrm } from '../scale';

/** The questions that have options; the fifteenth ranks the four groups and stands apart. */
export const QUESTION_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] as const;
export type QuestionNumber = (typeof QUESTION_NUMBERS)[number];

/** The code of an option, as it stands in a link. */
export type OptionCode = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h';

/** "I do not know", and a question that was left out. Both have the same effect. */
export const UNKNOWN = '?';
export const UNANSWERED = '-';
export type Choice = OptionCode | typeof UNKNOWN | typeof UNANSWERED;

/** What an answer does to the one factor that its question is about. */
export interface Effect {
  /** How much the factor counts inside its group, 0 to 3. */
  readonly points?: number;
  /** How well each ORM does, on the scale of 1 to 5. */
  readonly scores?: PerOrm;
  /** Added to the scores that another question sets. */
  readonly shift?: PerOrm;
}

export interface Option {
  readonly code: OptionCode;
  readonly text: string;
  readonly effect: Effect;
}

/** A question with its options in natural order, in words that need no programming. */
export interface Question {
  readonly number: QuestionNumber;
  readonly asks: string;
  /** What the question is about, to stand after "Change". */
  readonly about: string;
  /** Why it is asked, in a sentence. */
  readonly why: string;
  /** A few words of the article that it rests on. */
  readonly article: readonly string[];
  /** null: the answer can exclude an ORM or bring a note, and moves no number. */
  readonly factor: Factor | null;
  readonly options: readonly Option[];
  /** The effect of not knowing, and of not answering. */
  readonly baseline: Effect;
}

/** Whether the answer is one of the options, and not "I do not know" or nothing. */
export function isKnown(choice: Choice): choice is OptionCode {
  return choice !== UNKNOWN && choice !== UNANSWERED;
}

/** Whether a question sets or shifts scores: not knowing it then widens the doubt about them. */
export function touchesScores({ options }: Question): boolean {
  return options.some(({ effect }) => effect.scores !== undefined || effect.shift !== undefined);
}

/** Scores, or their shifts, of both ORMs. */
export function both(django: number, sqlalchemy: number): PerOrm {
  return { django, sqlalchemy };
}
