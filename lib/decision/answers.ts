import { ORMS, type Orm } from '../orm/orm';
import { type DatabaseCode, otherDatabase } from './databases';
import { GROUPS, type Group } from './groups';
import {
  type Choice,
  isKnown,
  QUESTION_NUMBERS,
  type QuestionNumber,
  UNANSWERED,
} from './questions/question';

/** Place 1 is the group that a person would move first; equal places are a tie. */
export type Rank = 1 | 2 | 3 | 4;
export const RANKS: readonly Rank[] = [1, 2, 3, 4];

/** Everything that a person said: the whole input of a decision. */
export interface Answers {
  readonly choices: Readonly<Record<QuestionNumber, Choice>>;
  /** null: not ranked, which ties for the last places. */
  readonly ranks: Readonly<Record<Group, Rank | null>>;
  /** Which other database; null: not named. */
  readonly database: DatabaseCode | null;
  /** For which ORM a maintained backend is accepted that its page does not list. */
  readonly backends: Readonly<Record<Orm, boolean>>;
  /** Whether a key of one column may be added, or Django's internal `ForeignObject` be used. */
  readonly surrogateKey: boolean;
  /** Whether the reader ticked what a second data layer in a Django project loses. */
  readonly acknowledged: boolean;
}

/** Which questions follow from the answers. */
export interface FollowUps {
  readonly database: boolean;
  readonly backend: boolean;
  readonly surrogateKey: boolean;
  readonly acknowledgement: boolean;
}

/** The answers of somebody who has answered nothing. */
export const NO_ANSWERS: Answers = {
  choices: {
    1: UNANSWERED,
    2: UNANSWERED,
    3: UNANSWERED,
    4: UNANSWERED,
    5: UNANSWERED,
    6: UNANSWERED,
    7: UNANSWERED,
    8: UNANSWERED,
    9: UNANSWERED,
    10: UNANSWERED,
    11: UNANSWERED,
    12: UNANSWERED,
    13: UNANSWERED,
    14: UNANSWERED,
  },
  ranks: { fit: null, team: null, time: null, ops: null },
  database: null,
  backends: { django: false, sqlalchemy: false },
  surrogateKey: false,
  acknowledged: false,
};

/** Answers with another choice for one question. */
export function withChoice(answers: Answers, number: QuestionNumber, choice: Choice): Answers {
  return { ...answers, choices: { ...answers.choices, [number]: choice } };
}

/** Which follow-ups the answers ask for; the answer to any other is ignored. */
export function followUps({ choices, database }: Answers): FollowUps {
  const asksDatabase = choices[2] === 'f';
  return {
    database: asksDatabase,
    backend: asksDatabase && database !== null && ORMS.some((orm) => !otherDatabase(database).backends[orm]),
    surrogateKey: choices[3] === 'd',
    acknowledgement: choices[1] === 'a',
  };
}

/** The same answers in the one way in which they are written: ranks without gaps, no follow-up unasked. */
export function tidied(answers: Answers): Answers {
  const asked = followUps(answers);
  return {
    choices: answers.choices,
    ranks: withoutGaps(answers.ranks),
    database: asked.database ? answers.database : null,
    backends: asked.backend ? answers.backends : NO_ANSWERS.backends,
    surrogateKey: asked.surrogateKey && answers.surrogateKey,
    acknowledged: asked.acknowledgement && answers.acknowledged,
  };
}

/** Questions 1 to 14 that a person does not know or has left out, in order. */
export function openQuestions({ choices }: Answers): readonly QuestionNumber[] {
  return QUESTION_NUMBERS.filter((number) => !isKnown(choices[number]));
}

function withoutGaps(ranks: Answers['ranks']): Answers['ranks'] {
  const used = RANKS.filter((rank) => GROUPS.some((group) => ranks[group] === rank));
  const dense = (rank: Rank | null) => (rank === null ? null : (RANKS[used.indexOf(rank)] ?? null));
  return { fit: dense(ranks.fit), team: dense(ranks.team), time: dense(ranks.time), ops: dense(ranks.ops) };
}
