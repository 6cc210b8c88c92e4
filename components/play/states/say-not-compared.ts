import { ORMS, type Orm } from '@/lib/orm/orm';
import type { MissingState } from '@/lib/runtime';
import { ALL_STATES_BYTES, STATE_BYTES } from '@/lib/runtime/state-limits';
import type { StartingDatabase } from '@/lib/stores/workspace/workspace';
import { assertNever } from '@/lib/util/assert-never';
import type { DatabaseAfter } from './database-after';

const WHOSE: Readonly<Record<Orm, string>> = { django: "Django's", sqlalchemy: "SQLAlchemy's" };
const MEBIBYTE = 1024 * 1024;

/** Says why two databases are not compared, without a full stop; null when they can be. */
export function sayNotCompared(
  after: Readonly<Record<Orm, Pick<DatabaseAfter, 'database' | 'startedFrom'>>>,
): string | null {
  for (const orm of ORMS) {
    const { database } = after[orm];
    if (typeof database === 'string') return `Databases not compared: ${sayMissing(WHOSE[orm], database)}`;
  }
  if (isSameStart(after.django.startedFrom, after.sqlalchemy.startedFrom)) return null;
  return 'Databases not compared: the sides ran from different starting data';
}

function sayMissing(whose: string, why: MissingState): string {
  switch (why) {
    case 'too-large':
      return `${whose} is larger than ${STATE_BYTES / MEBIBYTE} MB`;
    case 'no-room':
      return `${whose} states before this one take the ${ALL_STATES_BYTES / MEBIBYTE} MB that are kept`;
    case 'unreadable':
      return `${whose} could not be read. A transaction holds it, or it is damaged or gone`;
    default:
      return assertNever(why);
  }
}

function isSameStart(one: StartingDatabase, other: StartingDatabase): boolean {
  if (one === other) return true;
  switch (one.kind) {
    case 'empty':
      return other.kind === 'empty';
    case 'dataset':
      return other.kind === 'dataset' && one.sql === other.sql;
    case 'image':
      return other.kind === 'image' && one.bytes === other.bytes;
    default:
      return assertNever(one);
  }
}
