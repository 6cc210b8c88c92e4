import type { Orm } from '../../orm/orm';
import { assertNever } from '../../util/assert-never';
import type { Fix, Loaded, Step } from './finding';

/**
 * How to load a relation together with its parents: by a join, or by one more query for all of them. `path`
 * leads to it from the objects of the query that is to be changed. Gives null where the ORM has no such way:
 * Django joins no collections.
 */
export function eagerLoad(
  manner: 'joined' | 'batched',
  path: readonly Step[],
  parents: number,
  orm: Orm,
): Fix | null {
  const last = path.at(-1);
  if (last === undefined) return null;
  const { relation, model } = last;
  const way =
    manner === 'joined' ? 'in the same statement, by a join' : 'for all of them by one more statement';
  const text = `Load ${relation ?? 'the relation'} with the query that reads the parents, ${way}.`;
  const facts = { kind: 'eager-load', manner, relation, model, path, parents, text } as const;
  switch (orm) {
    case 'django': {
      if (manner === 'joined' && path.some(({ cardinality }) => cardinality === 'to-many')) return null;
      const method = manner === 'joined' ? 'select_related' : 'prefetch_related';
      return {
        ...facts,
        method,
        code: `.${method}("${path.map((step) => step.relation ?? '...').join('__')}")`,
      };
    }
    case 'sqlalchemy': {
      const method = manner === 'joined' ? 'joinedload' : 'selectinload';
      const steps = path.map((step) => `${method}(${attribute(step.model, step.relation)})`);
      const isRepeating = manner === 'joined' && path.some(({ cardinality }) => cardinality === 'to-many');
      // A joined collection repeats its parents; SQLAlchemy refuses to give such rows without unique().
      const more = isRepeating ? ' Then the result needs unique().' : '';
      return { ...facts, text: `${text}${more}`, method, code: `.options(${steps.join('.')})` };
    }
    default:
      return assertNever(orm);
  }
}

/** `Book.author`, as far as it is known. */
function attribute(model: string | null, name: string | null): string {
  return name === null ? '...' : `${model ?? 'Model'}.${name}`;
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
        code: `.options(undefer(${attribute(model, column)}))`,
      };
    default:
      return assertNever(orm);
  }
}
