import { defineScenario } from '../types';

const CHANGE = 'Change the price';
const SAME = 'Set the price that it has';
const ONLY = 'Write the price and nothing else';
const TWO = 'Two people change one book';
const COUNT = 'Let the database count';

export default defineScenario({
  name: 'Saving one changed field',
  title: 'Saving one changed field writes five columns, or one',
  summary:
    'A price changes. Django writes the object as it is in memory, SQLAlchemy what differs from what it read. When two people change the same book, that decides whose change survives.',
  factors: ['pattern', 'performance-tuning'],
  features: ['save', 'update_fields', 'F expressions', 'unit of work', 'flush', 'update'],
  level: 'beginner',
  dataset: 'bookshop',
  limits:
    'The two people take turns in one process. With real concurrency both ORMs also offer row locks and version checks.',
  cells: [
    { title: CHANGE, statements: { django: 2, sqlalchemy: 2 }, sameValue: true },
    { title: SAME, statements: { django: 2, sqlalchemy: 1 }, sameValue: true },
    { title: ONLY, statements: { django: 2, sqlalchemy: 2 }, sameValue: true },
    { title: TWO, statements: { django: 5, sqlalchemy: 5 }, sameValue: false },
    { title: COUNT, statements: { django: 2, sqlalchemy: 2 }, sameValue: true },
  ],
  claims: [
    {
      says: 'One changed attribute: Django sets five columns, SQLAlchemy one.',
      holds: ({ django, sqlalchemy }) =>
        django.cell(CHANGE).columnsSet() === 5 && sqlalchemy.cell(CHANGE).columnsSet() === 1,
    },
    {
      says: 'Without a change Django writes the same values again; SQLAlchemy sends no UPDATE.',
      holds: ({ django, sqlalchemy }) =>
        django.cell(SAME).kinds('update') === 1 && sqlalchemy.cell(SAME).kinds('update') === 0,
    },
    {
      says: 'With update_fields Django sets the one column, too.',
      holds: ({ django, sqlalchemy }) =>
        django.cell(ONLY).columnsSet() === 1 && sqlalchemy.cell(ONLY).columnsSet() === 1,
    },
    {
      says: "Of two people's changes, SQLAlchemy keeps both; Django's second save() puts the old price back.",
      holds: ({ django, sqlalchemy }) =>
        django.cell(TWO).cell.value === "(Decimal('12.00'), 40)" &&
        sqlalchemy.cell(TWO).cell.value === "(Decimal('9.90'), 40)",
    },
    {
      says: 'Both can let the database count, without reading the row first.',
      holds: ({ django, sqlalchemy }) =>
        [django, sqlalchemy].every((side) => side.cell(COUNT).statements[0]?.kind === 'update'),
    },
  ],
  notice: ({ django, sqlalchemy }) => [
    `One new price: Django's UPDATE sets ${django.cell(CHANGE).columnsSet()} columns, SQLAlchemy's ${sqlalchemy.cell(CHANGE).columnsSet()}. Django does not remember what it read, so save() writes everything.`,
    `Setting the price that it has already: ${django.cell(SAME).kinds('update')} UPDATE in Django, ${sqlalchemy.cell(SAME).kinds('update')} in SQLAlchemy.`,
    `You set a price, I set the stock. Django ends at ${django.cell(TWO).cell.value}: my save() brought the old price back. SQLAlchemy ends at ${sqlalchemy.cell(TWO).cell.value}.`,
    `In Django, save(update_fields=["price"]) sets ${django.cell(ONLY).columnsSet()} column; it has to be asked for.`,
  ],
});
