import { ORMS, type Orm } from '../../orm/orm';
import { assertNever } from '../../util/assert-never';
import { counted } from '../view/figures';
import type { DatabaseEquality } from './database-equality';
import { SHORT_NAMES } from './short-names';

/** Says whether two databases are the same, in one line without a full stop: "Same database: 41 rows in 3 tables". */
export function sayDatabaseEquality(equality: DatabaseEquality): string {
  switch (equality.kind) {
    case 'same': {
      const { tables, rows, otherForm } = equality;
      if (tables === 0) return 'Same database: no tables';
      const size = `${counted(rows, 'row')} in ${counted(tables, 'table')}`;
      if (otherForm === 0) return `Same database: ${size}`;
      return `Same values in the database, ${otherForm} of them stored in another form: ${size}`;
    }
    case 'different':
      return `Different databases: ${differencesOf(equality).join(', ')}`;
    case 'no-table-in-common':
      return 'Nothing to compare in the databases: no table has the same name on both sides';
    default:
      return assertNever(equality);
  }
}

function differencesOf({
  counts,
  onlyTables,
  onlyColumns,
}: Extract<DatabaseEquality, { kind: 'different' }>): string[] {
  const only = (count: Readonly<Record<Orm, number>>, one: string): string[] =>
    ORMS.filter((orm) => count[orm] > 0).map(
      (orm) => `${counted(count[orm], one)} only in ${SHORT_NAMES[orm]}`,
    );
  const lengths = (lists: Readonly<Record<Orm, readonly string[]>>): Readonly<Record<Orm, number>> => ({
    django: lists.django.length,
    sqlalchemy: lists.sqlalchemy.length,
  });
  return [
    ...only(counts, 'row'),
    ...(counts.changed > 0 ? [`${counted(counts.changed, 'row')} with other values`] : []),
    ...only(lengths(onlyTables), 'table'),
    ...only(lengths(onlyColumns), 'column'),
  ];
}

/**
 * Says of whose writes nothing is in the databases yet, null when all are: "Not committed yet: 1 write in SQLAlchemy".
 * @param writes how many writes of each side are not committed
 */
export function sayUncommitted(writes: Readonly<Record<Orm, number>>): string | null {
  const open = ORMS.filter((orm) => writes[orm] > 0);
  if (open.length === 0) return null;
  return `Not committed yet: ${open.map((orm) => `${counted(writes[orm], 'write')} in ${SHORT_NAMES[orm]}`).join(', ')}`;
}
