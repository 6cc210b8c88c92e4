import { defineScenario } from '../types';

const READ = 'Read each author';
const JOIN = 'Fix it with a join';
const SECOND = 'Fix it with a second query';
const REFUSE = 'Refuse the hidden query';
const PEERS = 'Fetch for all books when the first one asks';

export default defineScenario({
  name: 'Books and their authors',
  title: 'Reading a relation in a loop costs a query per row, or per author',
  summary:
    'A reorder list prints twenty books with their authors. Neither ORM fetches the authors until they are asked for; both can fetch them at once, in one word more.',
  factors: ['performance-tuning', 'pattern'],
  features: [
    'lazy loading',
    'select_related',
    'prefetch_related',
    'fetch modes',
    'joinedload',
    'selectinload',
    'raiseload',
    'identity map',
  ],
  level: 'beginner',
  dataset: 'bookshop',
  limits:
    'Twenty-one queries inside one process take microseconds each. Over a network every one of them waits for the answer.',
  cells: [
    { title: READ, statements: { django: 21, sqlalchemy: 11 }, sameValue: true },
    { title: JOIN, statements: { django: 1, sqlalchemy: 1 }, sameValue: true },
    { title: SECOND, statements: { django: 2, sqlalchemy: 2 }, sameValue: true },
    { title: REFUSE, statements: { django: 1, sqlalchemy: 1 }, sameValue: false },
    { title: PEERS, statements: { django: 2, sqlalchemy: null }, sameValue: false },
  ],
  claims: [
    {
      says: 'Both ORMs load the author lazily: every query but the first is a lazy load from the loop.',
      holds: ({ django, sqlalchemy }) =>
        [django, sqlalchemy].every((side) =>
          side
            .cell(READ)
            .statements.slice(1)
            .every((statement) => statement.reason === 'lazy-load'),
        ),
    },
    {
      says: 'Django asks once per book; SQLAlchemy once per author, because its session keeps one object per row.',
      holds: ({ django, sqlalchemy }) => {
        const asked = (statements: readonly { params: unknown }[]) =>
          new Set(statements.slice(1).map((statement) => JSON.stringify(statement.params))).size;
        const inDjango = django.cell(READ).statements;
        const inSqlalchemy = sqlalchemy.cell(READ).statements;
        return asked(inDjango) < inDjango.length - 1 && asked(inSqlalchemy) === inSqlalchemy.length - 1;
      },
    },
    {
      says: 'With a join, each sends one statement with an INNER JOIN.',
      holds: ({ django, sqlalchemy }) =>
        [django, sqlalchemy].every((side) => / JOIN /.test(side.cell(JOIN).statements[0]?.sql ?? '')),
    },
  ],
  notice: ({ django, sqlalchemy }) => [
    `Both wait until an author is needed. The loop over ${django.cell(READ).statements[0]?.rowCount} books sends ${django.count(READ)} statements in Django and ${sqlalchemy.count(READ)} in SQLAlchemy.`,
    'SQLAlchemy asks once per author, not once per book: within a session a row is one object, and an author it has read already is not read again.',
    `One word repairs it on both sides: a join makes it ${django.count(JOIN)} and ${sqlalchemy.count(JOIN)}, a second query for all authors ${django.count(SECOND)} and ${sqlalchemy.count(SECOND)}.`,
    `Django 6.1 can also do it by itself: with FETCH_PEERS the first book that asks fetches the authors of all, ${django.count(PEERS)} statements for the same loop.`,
  ],
});
