import type { Orm } from '../../orm/orm';
import type { Statement, Value } from '../schema';
import { equalitiesOf, positional } from './conditions';
import { eagerLoad, loadColumn } from './eager-loading';
import type { Evidence } from './evidence';
import type { Loaded, NPlusOne, Source, Step } from './finding';
import { paramsKey } from './group-statements';
import { type Model, modelOf, ownersOf } from './models';
import { placeOf, type Repeat, spanKey } from './repeats';
import { N_PLUS_ONE_PARENTS } from './thresholds';

type LoadedRelation = Extract<Loaded, { kind: 'relation' }>;

/** `author.books.all()`, as the innermost expression or as what a function like `list` is given. */
const ALL_OF_RELATION = /\.\s*(\w+)\s*\.\s*all\s*\(\s*\)\s*\)*$/;
/** Statements that are looked at for the one that loaded the parents, the latest first. */
const MOST_SOURCES = 50;

/**
 * Finds relations and columns that were loaded for parent after parent. Django gives the reason `lazy-load`
 * for a relation to one object; a collection is read by an explicit `….all()`, which is told by the person's
 * models and by the shape of the SQL. What a flush loads of its own accord (SQLAlchemy, before it deletes)
 * is left out: no query of the person's could have loaded it plainly.
 */
export function findNPlusOne(evidence: Evidence): NPlusOne[] {
  const found = new Map<string, { loaded: Loaded; repeats: Repeat[] }>();
  for (const repeat of evidence.repeats) {
    if (repeat.first.kind !== 'select' || repeat.statements.length < N_PLUS_ONE_PARENTS) continue;
    const loaded = loadedBy(repeat, evidence);
    if (loaded === null || !hasParents(repeat, loaded, evidence)) continue;
    const key = [repeat.cell, spanKey(repeat.place.loop), loaded.kind, loaded.name, repeat.sql].join(' ');
    const known = found.get(key);
    if (known === undefined) found.set(key, { loaded, repeats: [repeat] });
    else known.repeats.push(repeat);
  }
  const paths = new Map<number, Way>();
  return [...found.values()].flatMap(
    ({ loaded, repeats }) => finding(loaded, repeats, paths, evidence) ?? [],
  );
}

/** How the objects that a lazy load gave were come by: from which query, over which relations. */
interface Way {
  readonly source: Source | null;
  readonly path: readonly Step[];
}

function loadedBy({ first, sql, place, call }: Repeat, evidence: Evidence): Loaded | null {
  const [table] = evidence.tablesOf(sql);
  if (table === undefined) return null;
  const equalities = equalitiesOf(evidence.sqlOf(sql));
  // Django's FETCH_PEERS loads lazily for all parents at once, by a list of keys: that is the cure.
  if (equalities === null && evidence.orm === 'django') return null;
  switch (first.reason) {
    case 'deferred-column': {
      const name = first.reasonDetail ?? null;
      const model = modelOf(evidence.models, table)?.name ?? null;
      return { kind: 'column', name, model, table };
    }
    case 'lazy-load': {
      const name = first.reasonDetail ?? null;
      if (name === null && evidence.hasFlushed(call)) return null;
      return relationTo(table, name, first, evidence);
    }
    case 'explicit': {
      if (evidence.orm !== 'django') return null;
      const name = ALL_OF_RELATION.exec(evidence.textOf(place.span))?.[1];
      if (name === undefined || equalities?.length !== 1) return null;
      const loaded = relationTo(table, name, first, evidence);
      return loaded.model !== null && loaded.cardinality === 'to-many' ? loaded : null;
    }
    default:
      return null;
  }
}

function relationTo(
  table: string,
  name: string | null,
  first: Statement,
  evidence: Evidence,
): LoadedRelation {
  const [equality] = equalitiesOf(evidence.sqlOf(first.sql)) ?? [];
  const owner = name === null ? null : ownerOf(name, table, equality?.column, first, evidence);
  const declared = name === null ? null : owner?.relations.get(name)?.isToMany;
  const isToMany = declared ?? (evidence.orm === 'sqlalchemy' && equality?.isSlotFirst === true);
  return {
    kind: 'relation',
    name,
    cardinality: isToMany ? 'to-many' : 'to-one',
    model: owner?.name ?? null,
    table,
  };
}

/**
 * The model whose relation was loaded. Of several that have one of that name to that table, the one that the
 * key in the condition is named after, as `author_id`; else the one whose rows were read with that key.
 */
function ownerOf(
  name: string,
  table: string,
  key: string | undefined,
  first: Statement,
  evidence: Evidence,
): Model | null {
  const owners = ownersOf(evidence.models, name, table);
  if (owners.length < 2) return owners[0] ?? null;
  const named = owners.filter((model) => `${model.name.toLowerCase()}_id` === key);
  if (named.length === 1) return named[0] ?? null;
  const read = owners.filter((model) => {
    const loaded = { kind: 'relation', name, cardinality: 'to-one', model: model.name, table } as const;
    return parentsOf(first, loaded, evidence) !== null;
  });
  return read.length === 1 ? (read[0] ?? null) : null;
}

/**
 * Whether it was loaded for two parents at least. Other parameters each time prove it. With the same each
 * time, Django loaded what two parents share only if one query read both; else it was one parent over again.
 */
function hasParents(repeat: Repeat, loaded: Loaded, evidence: Evidence): boolean {
  if (new Set(repeat.statements.map(paramsKey)).size > 1) return true;
  if (evidence.orm !== 'django' || loaded.kind !== 'relation' || loaded.cardinality !== 'to-one')
    return false;
  return (parentsOf(repeat.first, loaded, evidence)?.parents ?? 0) > 1;
}

function finding(
  loaded: Loaded,
  repeats: readonly Repeat[],
  paths: Map<number, Way>,
  evidence: Evidence,
): NPlusOne | null {
  const [first] = repeats;
  if (first === undefined) return null;
  const statements = repeats.flatMap((repeat) => repeat.statements).sort((one, other) => one.id - other.id);
  const parents = statements.length;
  const again = parents - new Set(statements.map(paramsKey)).size;
  const way = wayTo(loaded, parentsOf(first.first, loaded, evidence)?.source ?? null, paths);
  const fixes = fixesOf(loaded, way.path, parents, evidence.orm);
  if (fixes === null) return null;
  for (const { id } of statements) paths.set(id, way);
  return {
    kind: 'n-plus-one',
    place: { ...first.place, calls: [...new Set(repeats.map(({ call }) => call))] },
    statements: statements.map(({ id }) => id),
    cause: causeOf(loaded, parents, evidence.orm),
    loaded,
    parents,
    repeats: again,
    source: way.source,
    ...fixes,
  };
}

/** The way to what was loaded; where its parents came by an N+1 themselves, it goes on from theirs. */
function wayTo(loaded: Loaded, source: Source | null, paths: ReadonlyMap<number, Way>): Way {
  const before = source === null ? undefined : paths.get(source.statement);
  const steps: readonly Step[] =
    loaded.kind === 'column'
      ? []
      : [{ model: loaded.model, relation: loaded.name, cardinality: loaded.cardinality }];
  if (before === undefined) return { source, path: steps };
  return { source: before.source, path: [...before.path, ...steps] };
}

function causeOf(loaded: Loaded, parents: number, orm: Orm): string {
  const name = loaded.name ?? `a ${loaded.kind}`;
  const parent = loaded.model ?? 'object';
  const isShared = orm === 'sqlalchemy' && loaded.kind === 'relation' && loaded.cardinality === 'to-one';
  const each = isShared ? 'one for each that the session did not hold yet' : `one for each ${parent}`;
  return `${parents} statements load ${name}, ${each}.`;
}

function fixesOf(
  loaded: Loaded,
  path: readonly Step[],
  parents: number,
  orm: Orm,
): Pick<NPlusOne, 'fix' | 'alternative'> | null {
  if (loaded.kind === 'column') return { fix: loadColumn(loaded, parents, orm), alternative: null };
  const batched = eagerLoad('batched', path, parents, orm);
  const joined = eagerLoad('joined', path, parents, orm);
  const isToOne = path.every(({ cardinality }) => cardinality === 'to-one');
  const [first, second] = isToOne ? [joined, batched] : [batched, joined];
  return first === null ? null : { fix: first, alternative: second };
}

/** The latest statement before that read the first parent, and how many parents it read with the same key. */
function parentsOf(
  statement: Statement,
  loaded: Loaded,
  evidence: Evidence,
): { readonly source: Source; readonly parents: number } | null {
  const model = evidence.models.find(({ name }) => name === loaded.model);
  const key = positional(statement)?.[0];
  if (model === undefined || key === undefined) return null;
  const column = keyColumn(loaded, model, evidence.orm);
  for (const candidate of evidence.selectsBefore(model, statement.id, MOST_SOURCES)) {
    const parents = rowsWith(candidate, column, key);
    const place = parents === 0 ? null : placeOf(candidate, evidence.trace);
    if (place !== null)
      return { source: { statement: candidate.id, call: place.call, span: place.span }, parents };
  }
  return null;
}

/** The parents' column that holds what was asked for; null for their own key, which they list first. */
function keyColumn(loaded: Loaded, model: Model, orm: Orm): string | null | undefined {
  if (loaded.kind === 'column' || loaded.cardinality === 'to-many') return null;
  const column = model.relations.get(loaded.name ?? '')?.column;
  // Where the key is in the other table, Django asks by the parent's own; SQLAlchemy's source leaves it open.
  return column ?? (orm === 'django' ? null : undefined);
}

function rowsWith({ columns, rows }: Statement, column: string | null | undefined, key: Value): number {
  const at = column === null ? 0 : (columns ?? []).findIndex((name) => name.toLowerCase() === column);
  const text = JSON.stringify(key);
  return at < 0 ? 0 : rows.filter((row) => JSON.stringify(row[at]) === text).length;
}
