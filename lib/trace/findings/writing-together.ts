import type { Orm } from '../../orm/orm';
import { assertNever } from '../../util/assert-never';
import type { Reason } from '../schema';
import type { Fix, RowByRowWrites } from './finding';

/** What is known of rows that were written one by one. */
export interface WriteFacts {
  readonly write: RowByRowWrites['write'];
  readonly table: string | null;
  readonly model: string | null;
  readonly rows: number;
  readonly reason: Reason;
  /** The columns that were set to other values from row to row; empty when all rows got the same. */
  readonly changing: readonly string[];
}

/** How to write the rows together. */
export function writeTogether(facts: WriteFacts, orm: Orm): Fix {
  switch (orm) {
    case 'django':
      return inDjango(facts);
    case 'sqlalchemy':
      return inSqlAlchemy(facts);
    default:
      return assertNever(orm);
  }
}

function inDjango({ write, table, model, rows, changing }: WriteFacts): Fix {
  const facts = { kind: 'write-together', table, model, rows } as const;
  const objects = `${model ?? 'Model'}.objects`;
  // save() sets every column, and those that differ from row to row are not those that were changed.
  const only = changing.length === 1 ? changing[0]?.replace(/_id$/, '') : undefined;
  switch (write) {
    case 'insert':
      return {
        ...facts,
        method: 'bulk_create',
        text: 'Collect the objects and create them together. bulk_create calls no save() and sends no signals.',
        code: `${objects}.bulk_create([...])`,
      };
    case 'update':
      return changing.length === 0
        ? {
            ...facts,
            method: 'update',
            text: 'All rows get the same values: one update() of the query sets them. It calls no save() and sends no signals.',
            code: `${objects}.filter(...).update(...)`,
          }
        : {
            ...facts,
            method: 'bulk_update',
            text: 'Change the objects, then write them together. bulk_update calls no save() and sends no signals.',
            code: `${objects}.bulk_update([...], [${only === undefined ? '...' : `"${only}"`}])`,
          };
    case 'delete':
      return {
        ...facts,
        method: 'delete',
        text: 'Delete the whole query at once instead of object by object. It calls no delete() of the model.',
        code: `${objects}.filter(...).delete()`,
      };
    default:
      return assertNever(write);
  }
}

function inSqlAlchemy(known: WriteFacts): Fix {
  const { write, table, model, rows, reason, changing } = known;
  const facts = { kind: 'write-together', table, model, rows } as const;
  const name = model ?? 'Model';
  // Rows of one flush are no finding, so these were flushed one by one.
  if (reason !== 'explicit') {
    return {
      ...facts,
      method: 'one-flush',
      text: 'Commit or flush once, after the loop: the session then writes all rows together, in one transaction.',
      code: write === 'insert' ? 'session.add_all([...])\nsession.commit()' : 'session.commit()',
    };
  }
  switch (write) {
    case 'insert':
      return {
        ...facts,
        method: 'insert-many',
        text: 'Insert them by one statement with a list of rows.',
        code: `session.execute(insert(${name}), [{...}, ...])`,
      };
    case 'update':
      return changing.length === 0
        ? {
            ...facts,
            method: 'update-where',
            text: 'All rows get the same values: one update() with a condition for all of them sets them.',
            code: `session.execute(update(${name}).where(...).values(...))`,
          }
        : {
            ...facts,
            method: 'update-many',
            text: 'Update them by one statement with a list of rows, each with its key.',
            code: `session.execute(update(${name}), [{"id": ..., ...}, ...])`,
          };
    case 'delete':
      return {
        ...facts,
        method: 'delete-where',
        text: 'Delete them by one statement with a condition for all of them.',
        code: `session.execute(delete(${name}).where(...))`,
      };
    default:
      return assertNever(write);
  }
}
