import type { Orm } from '../orm/orm';
import type { Factor } from '../scenarios/types';
import type { Group } from './groups';
import type { PerOrm } from './scale';

/** One row of the article's comparison matrix, and where it counts. */
export interface FactorDetails {
  readonly id: Factor;
  readonly name: string;
  /** A factor counts in one group only, so that nothing is counted twice. */
  readonly group: Group;
  /** What the article's matrix says, in its words. */
  readonly cells: Readonly<Record<Orm, string>>;
  /** Those words put on the scale of 1 to 5, for "article only". */
  readonly literal: PerOrm;
  /** Why our scores may differ from the literal ones. */
  readonly why: string;
}

/** The nine factors, in the order of the article's matrix. */
export const FACTOR_LIST: readonly FactorDetails[] = [
  {
    id: 'pattern',
    name: 'Pattern',
    group: 'fit',
    cells: { django: 'Active record', sqlalchemy: 'Data mapper' },
    literal: { django: 3, sqlalchemy: 3 },
    why: 'A style is good or bad only by what a project needs, and SQLAlchemy also serves one class per table.',
  },
  {
    id: 'flexibility',
    name: 'Flexibility',
    group: 'fit',
    cells: { django: 'Moderate', sqlalchemy: 'High' },
    literal: { django: 3, sqlalchemy: 5 },
    why: 'An ordinary schema, window functions and subqueries are fine in Django; foreign keys to composite keys are not.',
  },
  {
    id: 'framework-integration',
    name: 'Framework integration',
    group: 'fit',
    cells: { django: 'Django-specific', sqlalchemy: 'Framework-agnostic' },
    literal: { django: 3, sqlalchemy: 4 },
    why: 'Which of the two is the advantage depends on what the application is built on.',
  },
  {
    id: 'learning-curve',
    name: 'Learning curve',
    group: 'team',
    cells: { django: 'Easy', sqlalchemy: 'Steep' },
    literal: { django: 5, sqlalchemy: 2 },
    why: 'A tool that the team knows beats one that is easy.',
  },
  {
    id: 'community',
    name: 'Community',
    group: 'team',
    cells: { django: 'Strong in Django', sqlalchemy: 'Broad' },
    literal: { django: 4, sqlalchemy: 4 },
    why: 'Both are strong; they differ by whom you will hire.',
  },
  {
    id: 'development-speed',
    name: 'Development speed',
    group: 'time',
    cells: { django: 'High', sqlalchemy: 'Moderate setup' },
    literal: { django: 5, sqlalchemy: 3 },
    why: 'Most of the lead comes from the admin, forms and login that stand beside the ORM.',
  },
  {
    id: 'performance-tuning',
    name: 'Performance tuning',
    group: 'ops',
    cells: { django: 'Limited', sqlalchemy: 'Extensive' },
    literal: { django: 2, sqlalchemy: 5 },
    why: '“Limited” overstates it: Django shows its SQL, explains it and loads relations in advance.',
  },
  {
    id: 'migration-support',
    name: 'Migration support',
    group: 'ops',
    cells: { django: 'Built-in', sqlalchemy: 'External' },
    literal: { django: 5, sqlalchemy: 3 },
    why: 'Alembic reads the real database; Django asks whether a field was renamed.',
  },
  {
    id: 'security-defaults',
    name: 'Security defaults',
    group: 'ops',
    cells: { django: 'High', sqlalchemy: 'Manual' },
    literal: { django: 5, sqlalchemy: 2 },
    why: 'Both bind parameters; the rest of the protection belongs to the web framework.',
  },
];
