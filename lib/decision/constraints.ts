import { ORMS, type Orm } from '../orm/orm';
import type { Answers } from './answers';
import { otherDatabase } from './databases';
import type { QuestionNumber } from './questions/question';

/** What can decide before any weighing, in the order in which hits are listed. */
export const CONSTRAINTS = ['HC-A', 'HC-B', 'HC-C', 'HC-D'] as const;
export type ConstraintCode = (typeof CONSTRAINTS)[number];

/** A constraint that the answers hit. */
export interface Hit {
  readonly code: ConstraintCode;
  /** Empty for HC-A, which only holds back a clear verdict. */
  readonly excludes: readonly Orm[];
  /** The question that it comes from. */
  readonly question: QuestionNumber;
}

/** What each constraint says, and what would lift it. */
export const CONSTRAINT_TEXTS: Readonly<
  Record<ConstraintCode, { readonly says: string; readonly lift: string }>
> = {
  'HC-A': {
    says: 'The project is built on Django already. Tables that a second data layer looks after lose the admin, forms, login and makemigrations.',
    lift: 'Tick that you accept this for those tables.',
  },
  'HC-B': {
    says: 'Django may not be installed, and its ORM does not run without it.',
    lift: 'Allow Django to be installed beside the framework.',
  },
  'HC-C': {
    says: 'The documentation of the excluded ORM names no backend for this database.',
    lift: 'Accept a maintained backend that the documentation does not name, or choose another database.',
  },
  'HC-D': {
    says: 'Other tables point to rows that several columns identify together, and Django cannot describe such a foreign key.',
    lift: 'Allow a key of one column to be added, or the use of Django’s internal ForeignObject.',
  },
};

/**
 * The hard constraints that the answers hit, A to D. They come before all arithmetic (a conjunctive
 * screening): no score can make up for an ORM that cannot do the work.
 */
export function constraintsHit(answers: Answers): readonly Hit[] {
  const { choices, surrogateKey } = answers;
  const hits: Hit[] = [];
  if (choices[1] === 'a') hits.push({ code: 'HC-A', excludes: [], question: 1 });
  if (choices[1] === 'd') hits.push({ code: 'HC-B', excludes: ['django'], question: 1 });
  const withoutBackend = ormsWithoutBackend(answers);
  if (withoutBackend.length > 0) hits.push({ code: 'HC-C', excludes: withoutBackend, question: 2 });
  if (choices[3] === 'd' && !surrogateKey) hits.push({ code: 'HC-D', excludes: ['django'], question: 3 });
  return hits;
}

/** The ORMs that one constraint or several exclude. */
export function excludedBy(hits: readonly Hit[]): readonly Orm[] {
  return ORMS.filter((orm) => hits.some(({ excludes }) => excludes.includes(orm)));
}

function ormsWithoutBackend({ choices, database, backends }: Answers): readonly Orm[] {
  if (choices[2] !== 'f' || database === null) return [];
  const documented = otherDatabase(database).backends;
  return ORMS.filter((orm) => !documented[orm] && !backends[orm]);
}
