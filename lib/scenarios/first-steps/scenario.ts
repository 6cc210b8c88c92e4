import { defineScenario } from '../types';

const CREATE = 'Create';
const SEVERAL = 'Create several';
const CHANGE = 'Change';

export default defineScenario({
  name: 'First steps',
  title: 'Django writes when it is told to, SQLAlchemy when it commits',
  summary:
    'Create, read, filter, change and delete a few books, on tables made from the models. The same results, reached by two habits: a call that writes at once, and a session that collects changes.',
  factors: ['learning-curve', 'pattern'],
  features: [
    'create',
    'get',
    'filter',
    'save',
    'delete',
    'bulk_create',
    'Session.add',
    'select',
    'Session.commit',
    'Session.delete',
  ],
  level: 'beginner',
  dataset: null,
  limits:
    'Three rows at once are three INSERTs for SQLAlchemy on SQLite only; on PostgreSQL it sends them together.',
  cells: [
    { title: CREATE, statements: { django: 2, sqlalchemy: 3 }, sameValue: true },
    { title: SEVERAL, statements: { django: 2, sqlalchemy: 5 }, sameValue: true },
    { title: 'Read one', statements: { django: 1, sqlalchemy: 1 }, sameValue: true },
    { title: 'Filter and sort', statements: { django: 1, sqlalchemy: 1 }, sameValue: true },
    { title: CHANGE, statements: { django: 2, sqlalchemy: 2 }, sameValue: true },
    { title: 'Delete', statements: { django: 3, sqlalchemy: 3 }, sameValue: true },
  ],
  claims: [
    {
      says: 'Django sends no COMMIT of its own in these steps: each statement is its own transaction.',
      holds: ({ django }) => django.cell(CREATE).all.every((statement) => statement.kind !== 'commit'),
    },
    {
      says: 'SQLAlchemy sends both INSERTs of the first cell from commit(), and none from add().',
      holds: ({ sqlalchemy }) => {
        const inserts = sqlalchemy.cell(CREATE).statements.filter((statement) => statement.kind === 'insert');
        return inserts.length === 2 && inserts.every((statement) => statement.reason === 'flush');
      },
    },
    {
      says: 'After a commit SQLAlchemy reads an object again when it is next used.',
      holds: ({ sqlalchemy }) => sqlalchemy.cell(CREATE).statements.at(-1)?.reason === 'refresh',
    },
    {
      says: 'Changing one attribute writes all columns in Django and one in SQLAlchemy.',
      holds: ({ django, sqlalchemy }) =>
        django.cell(CHANGE).columnsSet() === 3 && sqlalchemy.cell(CHANGE).columnsSet() === 1,
    },
  ],
  notice: ({ django, sqlalchemy }) => [
    `Creating an author and a book takes ${django.count(CREATE)} statements in Django, sent by two calls. In SQLAlchemy, add() sends nothing; commit() sends both INSERTs and ends the transaction.`,
    `SQLAlchemy's ${sqlalchemy.count(CREATE)}rd statement is a SELECT: a commit forgets what was loaded, since somebody else may have changed it, and the next look reads the row again.`,
    `Three more books: ${django.cell(SEVERAL).kinds('insert')} INSERT for Django's bulk_create, ${sqlalchemy.cell(SEVERAL).kinds('insert')} for SQLAlchemy's add_all, on SQLite.`,
  ],
});
