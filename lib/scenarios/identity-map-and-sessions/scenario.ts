import { defineScenario } from '../types';

const TWICE = 'Get the same row twice';
const OTHER = 'Change one, look at the other';
const SAVE = 'Save, then read on';
const CHANGED = 'Query a row that somebody changed';
const CURRENT = 'Ask for the current value';
const LATER = 'Follow a relation later';

export default defineScenario({
  name: 'Identity map and sessions',
  title: 'Reading the same row twice: two objects, or one?',
  summary:
    'Within a session, SQLAlchemy has one object for one row. That saves queries, and it means that a second query may show old values. Django makes a new object each time.',
  factors: ['pattern', 'learning-curve', 'performance-tuning'],
  features: [
    'identity map',
    'Session.get',
    'expire on commit',
    'refresh_from_db',
    'Session.refresh',
    'detached objects',
  ],
  level: 'intermediate',
  dataset: 'bookshop',
  cells: [
    { title: TWICE, statements: { django: 2, sqlalchemy: 1 }, sameValue: false },
    { title: OTHER, statements: { django: 0, sqlalchemy: 0 }, sameValue: false },
    { title: SAVE, statements: { django: 1, sqlalchemy: 2 }, sameValue: true },
    { title: CHANGED, statements: { django: 3, sqlalchemy: 3 }, sameValue: false },
    { title: CURRENT, statements: { django: 1, sqlalchemy: 1 }, sameValue: true },
    { title: LATER, statements: { django: 2, sqlalchemy: 1 }, sameValue: false },
  ],
  claims: [
    {
      says: 'The same row twice is two objects in Django and one in SQLAlchemy.',
      holds: ({ django, sqlalchemy }) =>
        django.cell(TWICE).cell.value === 'False' && sqlalchemy.cell(TWICE).cell.value === 'True',
    },
    {
      says: 'A second query brings the new price to Django; SQLAlchemy sends it as well, and keeps the old price on its object.',
      holds: ({ django, sqlalchemy }) =>
        django.cell(CHANGED).cell.value === '(False, True)' &&
        sqlalchemy.cell(CHANGED).cell.value === '(False, False)' &&
        sqlalchemy.cell(CHANGED).kinds('select') === 2,
    },
    {
      says: 'After its commit SQLAlchemy reads the row again by itself.',
      holds: ({ sqlalchemy }) => sqlalchemy.cell(SAVE).statements.at(-1)?.reason === 'refresh',
    },
    {
      says: 'Once the session is closed SQLAlchemy refuses to load a relation; Django loads it at any time.',
      holds: ({ django, sqlalchemy }) =>
        django.cell(LATER).statements.at(-1)?.reason === 'lazy-load' &&
        sqlalchemy.cell(LATER).cell.value === "'DetachedInstanceError'",
    },
  ],
  notice: ({ django, sqlalchemy }) => [
    `The same row twice: ${django.count(TWICE)} statements and two objects in Django, ${sqlalchemy.count(TWICE)} statement and one object in SQLAlchemy.`,
    'The price was changed meanwhile. SQLAlchemy sent the second SELECT and got the new price, but did not put it on the object it already had. Until refresh() or the end of the transaction, a session sees what it has read.',
    `After the session is closed, book.author is ${django.cell(LATER).cell.value} in Django, one more query, and a ${sqlalchemy.cell(LATER).cell.value?.replaceAll("'", '')} in SQLAlchemy: a hidden query cannot happen there.`,
  ],
});
