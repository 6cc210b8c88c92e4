import { defineScenario } from '../types';

const SELL = 'Sell two books in one transaction';
const REFUSED = 'Sell one that is not there';
const PART = 'Undo a part, keep the rest';
const GO_ON = 'Go on as if nothing had happened';
const FORGET = 'Forget to commit';

export default defineScenario({
  name: 'Transactions and errors',
  title: 'Both undo everything when one write fails; only Django keeps a row nobody committed',
  summary:
    'A till sells books: a purchase, its lines and the stock are written together or not at all. The last copy is gone, so a CHECK refuses, and each ORM has to find its way back.',
  factors: ['pattern', 'learning-curve'],
  features: [
    'atomic',
    'savepoints',
    'autocommit',
    'Session.begin',
    'begin_nested',
    'autoflush',
    'IntegrityError',
  ],
  level: 'intermediate',
  dataset: 'bookshop',
  limits: 'One connection at a time: waiting for a lock, deadlocks and isolation levels need a server.',
  cells: [
    { title: SELL, statements: { django: 8, sqlalchemy: 8 }, sameValue: true },
    { title: REFUSED, statements: { django: 11, sqlalchemy: 10 }, sameValue: true },
    { title: PART, statements: { django: 11, sqlalchemy: 11 }, sameValue: true },
    { title: GO_ON, statements: { django: 5, sqlalchemy: 4 }, sameValue: false },
    { title: FORGET, statements: { django: 2, sqlalchemy: 2 }, sameValue: false },
  ],
  claims: [
    {
      says: 'A purchase with its lines is one transaction on both sides: one BEGIN, one COMMIT.',
      holds: ({ django, sqlalchemy }) =>
        [django, sqlalchemy].every(
          (side) => side.cell(SELL).kinds('begin') === 1 && side.cell(SELL).kinds('commit') === 1,
        ),
    },
    {
      says: 'The refused UPDATE is followed by a ROLLBACK, and nothing of the purchase is left.',
      holds: ({ django, sqlalchemy }) =>
        [django, sqlalchemy].every((side) => {
          const { all } = side.cell(REFUSED);
          const refused = all.findIndex((statement) => statement.error !== undefined);
          return refused >= 0 && all[refused + 1]?.kind === 'rollback';
        }),
    },
    {
      says: 'Nested blocks are savepoints on both sides.',
      holds: ({ django, sqlalchemy }) =>
        [django, sqlalchemy].every(
          (side) => side.cell(PART).kinds('savepoint') === 1 && side.cell(PART).kinds('rollback-to') === 1,
        ),
    },
    {
      says: 'After an error, neither lets the transaction go on: both raise an error that says so.',
      holds: ({ django, sqlalchemy }) =>
        /atomic/.test(django.cell(GO_ON).cell.value ?? '') &&
        /rolled back/.test(sqlalchemy.cell(GO_ON).cell.value ?? ''),
    },
    {
      says: 'Without a commit the customer is in the database with Django and not with SQLAlchemy.',
      holds: ({ django, sqlalchemy }) =>
        django.cell(FORGET).cell.value === '1' &&
        sqlalchemy.cell(FORGET).cell.value === '0' &&
        sqlalchemy.cell(FORGET).kinds('rollback') === 1,
    },
  ],
  notice: ({ django, sqlalchemy }) => [
    'Django writes when each call is made; SQLAlchemy collects, and writes just before its next query needs the rows (autoflush) or at the end.',
    `The refused sale: ${django.cell(REFUSED).kinds('rollback')} ROLLBACK on each side, the same stock and the same number of purchases as before.`,
    'A nested atomic() and a begin_nested() are the same thing to SQLite: SAVEPOINT, then ROLLBACK TO when the inner part fails.',
    `Forgetting the commit: Django has no such mistake, it finds ${django.cell(FORGET).cell.value} customer. SQLAlchemy rolled back when the session was closed and finds ${sqlalchemy.cell(FORGET).cell.value}.`,
  ],
});
