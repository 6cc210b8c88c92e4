import type { Orm } from '../../orm/orm';
import { assertNever } from '../../util/assert-never';
import type { Fix, Loaded } from './finding';

/** How to load a relation together with its parents: by a join, or by one more query for all of them. */
export function eagerLoad(
  manner: 'joined' | 'batched',
  loaded: Extract<Loaded, { kind: 'relation' }>,
  parents: number,
  orm: Orm,
): Fix {
  const { name, model } = loaded;
  const relation = name ?? '...';
  const way =
    manner === 'joined' ? 'in the same statement, by a join' : 'for all of them by one more statement';
  const text = `Load ${name ?? 'the relation'} with the query that reads the parents, ${way}.`;
  const facts = { kind: 'eager-load', manner, relation: name, model, parents, text } as const;
  switch (orm) {
    case 'django': {
      const method = manner === 'joined' ? 'select_related' : 'prefetch_related';
      return { ...facts, method, code: `.${method}("${relation}")` };
    }
    case 'sqlalchemy': {
      const method = manner === 'joined' ? 'joinedload' : 'selectinload';
      return { ...facts, method, code: `.options(${method}(${model ?? '...'}.${relation}))` };
    }
    default:
      return assertNever(orm);
  }
}

/** How to load a column with its row, instead of later. */
export function loadColumn(loaded: Extract<Loaded, { kind: 'column' }>, parents: number, orm: Orm): Fix {
  const { name: column, model } = loaded;
  const name = column ?? '...';
  const facts = { kind: 'load-column', column, model, parents } as const;
  switch (orm) {
    case 'django':
      return {
        ...facts,
        method: 'only',
        text: `Name ${column ?? 'the column'} in only() too, or take it out of defer(), so that it comes with the row.`,
        code: `.only(..., "${name}")`,
      };
    case 'sqlalchemy':
      return {
        ...facts,
        method: 'undefer',
        text: `Load ${column ?? 'the column'} with the row: name it in load_only() too, or undefer it.`,
        code: `.options(undefer(${model ?? '...'}.${name}))`,
      };
    default:
      return assertNever(orm);
  }
}
