import * as z from '../util/zod';

/** The two ORMs that are compared, in the order in which every screen shows them (alphabetical). */
export const ORMS = ['django', 'sqlalchemy'] as const;
export const OrmSchema = z.enum(ORMS);
export type Orm = z.infer<typeof OrmSchema>;

/** The names as their projects write them. */
export const ORM_NAMES: Readonly<Record<Orm, string>> = {
  django: 'Django ORM',
  sqlalchemy: 'SQLAlchemy',
};

/** The database dialect that a statement was written in; SQLite is the only one that runs today. */
export const DialectSchema = z.enum(['sqlite']);
