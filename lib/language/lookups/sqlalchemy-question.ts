import { type Callee, calleeAt } from '../python/callee';
import { surroundings } from '../python/marks';
import type { LookupQuestion, Wanted } from './question';

const LOADERS: Readonly<Record<string, Wanted>> = {
  contains_eager: 'relation-attribute',
  defaultload: 'relation-attribute',
  immediateload: 'relation-attribute',
  joinedload: 'relation-attribute',
  lazyload: 'relation-attribute',
  noload: 'relation-attribute',
  raiseload: 'relation-attribute',
  selectinload: 'relation-attribute',
  subqueryload: 'relation-attribute',
  defer: 'column-attribute',
  load_only: 'column-attribute',
  undefer: 'column-attribute',
};
const OF_TABLE = new Set(['Index', 'UniqueConstraint', 'PrimaryKeyConstraint']);
/** What names the class that a statement is about. */
const ENTITY = /\b(?:select|query|update|delete|insert|aliased|get|with_only_columns)\(\s*(\w+)/g;
const LOADED = /\b(?:\w*load|contains_eager)\(\s*(\w+)\.(\w+)\s*\)\s*$/;

/**
 * Reads what is wanted at an offset of code of SQLAlchemy's side; null: nothing that models tell.
 * @param target the model that a relation of a model leads to
 */
export function sqlalchemyQuestion(
  text: string,
  offset: number,
  models: ReadonlySet<string>,
  target: (model: string, relation: string) => string | null,
): LookupQuestion | null {
  const { open, stringAt, isComment } = surroundings(text, offset);
  if (isComment) return null;
  const callees = open
    .map(({ at }) => calleeAt(text, at))
    .reverse()
    .filter((callee): callee is Callee => callee !== null);
  const [inner] = callees;
  if (inner === undefined) return null;
  const argument = open.at(-1)?.argumentAt ?? offset;
  const end = offset + (/^\w*/.exec(text.slice(offset))?.[0].length ?? 0);
  if (stringAt !== null) return inText(text, offset, end, { inner, argument, stringAt });
  const typed = text.slice(argument, offset).trimStart();
  if (!/^[\w.]*$/.test(typed)) return null;
  const place = { typed, start: offset - typed.length, end, typeAt: null, field: null, isText: false };
  const loader = LOADERS[inner.name];
  if (loader !== undefined) {
    const named = /^(\w+)\./.exec(typed)?.[1];
    const model = named ?? loadedBefore(inner, target) ?? entityOf(text, callees);
    return { ...place, wanted: loader, model };
  }
  if (inner.name === 'filter_by') return { ...place, wanted: 'assignment', model: entityOf(text, callees) };
  if (inner.receiver === null && models.has(inner.name) && !typed.includes('.'))
    return { ...place, wanted: 'assignment', model: inner.name };
  return null;
}

interface TextPlace {
  readonly inner: Callee;
  readonly argument: number;
  readonly stringAt: number;
}

/** What a text among the arguments of a call names. */
function inText(
  text: string,
  offset: number,
  end: number,
  { inner, argument, stringAt }: TextPlace,
): LookupQuestion | null {
  const typed = text.slice(stringAt, offset);
  if (!/^[\w.]*$/.test(typed)) return null;
  const place = { typed, start: stringAt, end, typeAt: null, field: null, isText: true };
  if (inner.name === 'ForeignKey') return { ...place, wanted: 'table-column', model: null };
  if (/^\s*back_populates\s*=/.test(text.slice(argument, stringAt)))
    return { ...place, wanted: 'relation-path', model: relatedTo(text, inner, argument) };
  const isName = text.slice(inner.nameAt, stringAt).split(',').length === 1;
  if (!OF_TABLE.has(inner.name) || (inner.name === 'Index' && isName)) return null;
  return { ...place, wanted: 'field', model: classAround(text, offset) };
}

/** `selectinload(Author.books).` has led to Book. */
function loadedBefore(
  { receiver }: Callee,
  target: (model: string, relation: string) => string | null,
): string | null {
  const loaded = LOADED.exec(receiver ?? '');
  return loaded === null ? null : target(loaded[1] ?? '', loaded[2] ?? '');
}

/** The class that the statement around a call is about. */
function entityOf(text: string, callees: readonly Callee[]): string | null {
  for (const { receiver, nameAt } of callees) {
    const found = [...(receiver ?? '').matchAll(ENTITY)].at(0)?.[1];
    if (found !== undefined) return found;
    const [first] = [...text.slice(text.lastIndexOf('\n', nameAt) + 1, nameAt).matchAll(ENTITY)];
    if (first?.[1] !== undefined) return first[1];
  }
  return null;
}

/** The class that a `relationship(…)` leads to: as its first argument says, or its annotation. */
function relatedTo(text: string, { nameAt }: Callee, argument: number): string | null {
  const first = /\(\s*["']?(\w+)["']?\s*,/.exec(text.slice(nameAt, argument + 1))?.[1];
  if (first !== undefined) return first;
  const before = text.slice(text.lastIndexOf('\n', nameAt) + 1, nameAt);
  return /\[\s*(?:\w+\[\s*)?["']?(\w+)["']?/.exec(before.replace(/^[^:]*:\s*\w+/, ''))?.[1] ?? null;
}

function classAround(text: string, offset: number): string | null {
  return [...text.slice(0, offset).matchAll(/^class\s+(\w+)/gm)].at(-1)?.[1] ?? null;
}
