import type { Orm } from '../orm/orm';

/** Differences up to this are none: sums of the same terms in another order must agree. */
export const TOLERANCE = 1e-9;

/** Whether a number lies below a threshold by more than the tolerance. */
export function isBelow(value: number, threshold: number): boolean {
  return value < threshold - TOLERANCE;
}

/**
 * Who is ahead.
 * @param delta the value of SQLAlchemy minus that of Django
 * @returns null when they are level
 */
export function leaderOf(delta: number): Orm | null {
  if (delta > TOLERANCE) return 'sqlalchemy';
  return delta < -TOLERANCE ? 'django' : null;
}
