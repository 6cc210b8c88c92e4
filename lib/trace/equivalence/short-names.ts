import type { Orm } from '../../orm/orm';

/** Short names, for lines that stand between the two columns. */
export const SHORT_NAMES: Readonly<Record<Orm, string>> = { django: 'Django', sqlalchemy: 'SQLAlchemy' };
