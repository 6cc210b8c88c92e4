import { defineScenario } from '../types';

const ADD = 'Add a genre';
const AGAIN = 'Add it once more';
const LIST = 'List books with their genres';
const TWO = 'List them with two statements';
const BOTH = 'Find books that are both';

export default defineScenario({
  name: 'Books and their genres',
  title: 'To link two rows Django sends an INSERT, SQLAlchemy reads the list first',
  summary:
    'Books have genres through a link table. Django declares it in one line and writes to it directly; SQLAlchemy has a table and a Python collection, which it loads before it changes it.',
  factors: ['flexibility', 'performance-tuning', 'learning-curve'],
  features: [
    'ManyToManyField',
    'prefetch_related',
    'annotate',
    'relationship(secondary=…)',
    'selectinload',
    'any()',
    'GROUP BY',
  ],
  level: 'intermediate',
  dataset: 'bookshop',
  limits:
    "SQLAlchemy's write-only relationships add to a large collection without loading it; they are not shown here.",
  cells: [
    { title: ADD, statements: { django: 3, sqlalchemy: 4 }, sameValue: true },
    { title: 'Read the genres', statements: { django: 1, sqlalchemy: 2 }, sameValue: true },
    { title: AGAIN, statements: { django: 1, sqlalchemy: 0 }, sameValue: true },
    { title: 'Remove it', statements: { django: 2, sqlalchemy: 5 }, sameValue: true },
    { title: LIST, statements: { django: 10, sqlalchemy: 10 }, sameValue: true },
    { title: TWO, statements: { django: 2, sqlalchemy: 2 }, sameValue: true },
    { title: BOTH, statements: { django: 1, sqlalchemy: 1 }, sameValue: true },
    { title: 'Count books by genre', statements: { django: 1, sqlalchemy: 1 }, sameValue: true },
  ],
  claims: [
    {
      says: "SQLAlchemy loads the book's genres before it adds one; Django does not.",
      holds: ({ django, sqlalchemy }) =>
        sqlalchemy.cell(ADD).statements.some((statement) => statement.reason === 'lazy-load') &&
        django.cell(ADD).statements.every((statement) => statement.reason !== 'lazy-load'),
    },
    {
      says: 'Adding a genre that is there already: Django leaves it to the database to ignore it, SQLAlchemy sends nothing.',
      holds: ({ django, sqlalchemy }) =>
        django.cell(AGAIN).statements[0]?.sql.startsWith('INSERT OR IGNORE') === true &&
        sqlalchemy.cell(AGAIN).all.every((statement) => statement.kind !== 'insert'),
    },
    {
      says: 'Read in a loop, the genres cost a statement per book on both sides; batched, two in all.',
      holds: ({ django, sqlalchemy }) =>
        [django, sqlalchemy].every(
          (side) => side.count(LIST) === 1 + (side.cell(LIST).statements[0]?.rowCount ?? 0),
        ),
    },
    {
      says: 'For books that are two things at once Django joins twice, SQLAlchemy asks with two EXISTS.',
      holds: ({ django, sqlalchemy }) =>
        (django.cell(BOTH).statements[0]?.sql.match(/ JOIN /g) ?? []).length === 4 &&
        (sqlalchemy.cell(BOTH).statements[0]?.sql.match(/EXISTS/g) ?? []).length === 2,
    },
  ],
  notice: ({ django, sqlalchemy }) => [
    `Adding a genre: ${django.count(ADD)} statements in Django, ${sqlalchemy.count(ADD)} in SQLAlchemy, which loads the book's genres to change the collection.`,
    `Because it knows the collection, SQLAlchemy sends ${sqlalchemy.count(AGAIN)} statements when the genre is there already. Django sends ${django.count(AGAIN)} INSERT OR IGNORE and lets the database decide.`,
    `Reading genres in a loop is an N+1 on both sides, ${django.count(LIST)} and ${sqlalchemy.count(LIST)} statements: the identity map does not help, since each book has its own list.`,
    'Both find the books that are satire and classic in one statement: Django with four joins, SQLAlchemy with two EXISTS.',
  ],
});
