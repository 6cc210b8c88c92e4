import type { Orm } from '../../orm/orm';
import type { TableComparison } from './image';

/** Whether both sides' databases are the same after a pair of cells, or after the run. */
export type DatabaseEquality =
  | {
      readonly kind: 'same';
      readonly tables: number;
      /** In all of them together. */
      readonly rows: number;
      /** Values that are equal but stored in another form, as 5 and 5.0. */
      readonly otherForm: number;
    }
  | {
      readonly kind: 'different';
      /** Rows of all tables: only in one side, and with other values. */
      readonly counts: Readonly<Record<Orm | 'changed', number>>;
      /** Names of tables that only one side has. */
      readonly onlyTables: Readonly<Record<Orm, readonly string[]>>;
      /** Names of columns that only one side has, with their table. */
      readonly onlyColumns: Readonly<Record<Orm, readonly string[]>>;
    }
  | { readonly kind: 'no-table-in-common'; readonly onlyTables: Readonly<Record<Orm, readonly string[]>> };

/** Tables in which the frameworks keep their own books; whoever has them has them alone. */
const OWN_BOOKS =
  /^(?:alembic_version|auth_(?:group|group_permissions|permission|user|user_groups|user_user_permissions)|django_(?:admin_log|content_type|migrations|session|site))$/i;

/** Sums up what became of comparing table by table. What a framework keeps for itself does not count. */
export function databaseEquality(comparisons: readonly TableComparison[]): DatabaseEquality {
  const counted = comparisons.filter(isCounted);
  const onlyTables = perSide((orm) =>
    counted.flatMap(({ table, verdict }) =>
      verdict.kind === 'only-in' && verdict.orm === orm ? [table] : [],
    ),
  );
  const shared = counted.filter(({ verdict }) => verdict.kind !== 'only-in');
  const hasOnly = onlyTables.django.length + onlyTables.sqlalchemy.length > 0;
  if (shared.length === 0 && hasOnly) return { kind: 'no-table-in-common', onlyTables };
  const counts = { django: 0, sqlalchemy: 0, changed: 0 };
  let rows = 0;
  let otherForm = 0;
  let isDifferent = hasOnly;
  for (const { verdict } of shared) {
    if (verdict.kind === 'different') {
      isDifferent = true;
      for (const kind of ['django', 'sqlalchemy', 'changed'] as const) counts[kind] += verdict.counts[kind];
    } else if (verdict.kind !== 'only-in') {
      rows += verdict.rows;
      otherForm += verdict.otherForm;
    }
  }
  if (!isDifferent) return { kind: 'same', tables: shared.length, rows, otherForm };
  const onlyColumns = perSide((orm) =>
    shared.flatMap(({ table, verdict }) =>
      verdict.kind === 'different' ? verdict.onlyColumns[orm].map((column) => `${table}.${column}`) : [],
    ),
  );
  return { kind: 'different', counts, onlyTables, onlyColumns };
}

/** Whether a table is one to be compared: not one in which a framework keeps its own books. */
export function isCounted({ table, verdict }: TableComparison): boolean {
  return verdict.kind !== 'only-in' || !OWN_BOOKS.test(table);
}

function perSide<T>(of: (orm: Orm) => T): Readonly<Record<Orm, T>> {
  return { django: of('django'), sqlalchemy: of('sqlalchemy') };
}
