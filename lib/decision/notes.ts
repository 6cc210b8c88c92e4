import type { Answers } from './answers';
import { orderOf } from './group-weights';
import { GROUPS } from './groups';

/** Things to say that move no number. */
export const NOTES = ['N-1', 'N-2', 'N-3', 'N-4'] as const;
export type NoteCode = (typeof NOTES)[number];

export const NOTE_TEXTS: Readonly<Record<NoteCode, string>> = {
  'N-1':
    'SQL Server is built into SQLAlchemy. Django needs Microsoft’s mssql-django: check which versions of Django it supports.',
  'N-2':
    'Both ORMs are built for relational databases. Vendors offer adapters, such as the Django MongoDB Backend, and PyMongoSQL for SQLAlchemy.',
  'N-3': 'The database is not named, so nobody has checked whether both ORMs have a backend for it.',
  'N-4': 'Your deadline and your priorities differ; only the priorities move the result.',
};

/** The notes that the answers call for. */
export function notesFor({ choices, database, ranks }: Answers): readonly NoteCode[] {
  const order = orderOf(ranks);
  const others = GROUPS.filter((group) => group !== 'time');
  const isUrgentButNotFirst = choices[10] === 'a' && others.some((group) => order[group] < order.time);
  const isFirstButNotUrgent = choices[10] === 'c' && others.every((group) => order[group] > order.time);
  const applies: Readonly<Record<NoteCode, boolean>> = {
    'N-1': choices[2] === 'e',
    'N-2': choices[2] === 'g',
    'N-3': choices[2] === 'f' && database === null,
    'N-4': isUrgentButNotFirst || isFirstButNotUrgent,
  };
  return NOTES.filter((note) => applies[note]);
}
