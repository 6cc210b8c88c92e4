import { type Callee, calleeAt } from '../python/callee';
import { surroundings } from '../python/marks';
import type { LookupQuestion, Wanted } from './question';

/** What the keywords of a call name. */
const KEYWORDS: Readonly<Record<string, Wanted>> = {
  filter: 'condition',
  exclude: 'condition',
  get: 'condition',
  aget: 'condition',
  create: 'assignment',
  acreate: 'assignment',
  update: 'assignment',
  aupdate: 'assignment',
  get_or_create: 'assignment',
  update_or_create: 'assignment',
};

/** What the texts among the arguments of a call name. */
const TEXTS: Readonly<Record<string, Wanted>> = {
  order_by: 'field-path',
  values: 'field-path',
  values_list: 'field-path',
  only: 'field-path',
  defer: 'field-path',
  distinct: 'field-path',
  latest: 'field-path',
  earliest: 'field-path',
  dates: 'field',
  datetimes: 'field',
  in_bulk: 'field',
  bulk_update: 'field',
  bulk_create: 'field',
  save: 'field',
  refresh_from_db: 'field',
  select_related: 'to-one-path',
  prefetch_related: 'relation-path',
};

/** Expressions that stand in a call of a query and name what that query knows. */
const EXPRESSIONS: Readonly<Record<string, Wanted>> = {
  Q: 'condition',
  F: 'field-path',
  Avg: 'field-path',
  Count: 'field-path',
  Max: 'field-path',
  Min: 'field-path',
  Sum: 'field-path',
  When: 'condition',
  Prefetch: 'relation-path',
};
const OF_META = new Set(['UniqueConstraint', 'CheckConstraint', 'Index']);
const META_LIST = /^\s+(ordering|unique_together|index_together|get_latest_by)\s*=[^=]/;

/** Reads what is wanted at an offset of code of Django's side; null: nothing that models tell. */
export function djangoQuestion(
  text: string,
  offset: number,
  models: ReadonlySet<string>,
): LookupQuestion | null {
  const { open, stringAt, isComment } = surroundings(text, offset);
  if (isComment) return null;
  const start = stringAt ?? nameStart(text, offset);
  const typed = text.slice(start, offset);
  const end = offset + (/^\w*/.exec(text.slice(offset))?.[0].length ?? 0);
  const place = { typed, start, end, field: null, isText: stringAt !== null };
  const callees = open.map(({ at }) => calleeAt(text, at)).reverse();
  const known = callees.filter((callee): callee is Callee => callee !== null);
  const [inner] = known;
  const about = subject(text, offset, known, models);
  if (stringAt !== null) {
    if (!/^-?\w*$/.test(typed)) return null;
    const choice = /(\w+)\s*=\s*[rRuU]?["']$/.exec(text.slice(0, start))?.[1];
    if (choice !== undefined && inner !== undefined && keywordsOf(inner, models) !== null && about !== null)
      return { ...place, wanted: 'choice', field: choice, ...about };
    const wanted = textOf(text, known, offset);
    return wanted === null || about === null ? null : { ...place, wanted, ...about };
  }
  const argument = open.at(-1)?.argumentAt ?? offset;
  if (inner === undefined || callees[0] === null || text.slice(argument, start).trim() !== '') return null;
  const wanted = keywordsOf(inner, models);
  return wanted === null || about === null ? null : { ...place, wanted, ...about };
}

function keywordsOf({ name, receiver }: Callee, models: ReadonlySet<string>): Wanted | null {
  if (receiver === null && models.has(name)) return 'assignment';
  const wanted = receiver === null ? undefined : KEYWORDS[name];
  if (wanted !== undefined) return wanted;
  return EXPRESSIONS[name] === 'condition' ? 'condition' : null;
}

/** What a text among arguments names: by the innermost call that says so. */
function textOf(text: string, callees: readonly Callee[], offset: number): Wanted | null {
  for (const { name, receiver } of callees) {
    const ofExpression = EXPRESSIONS[name];
    if (ofExpression !== undefined) return ofExpression === 'condition' ? null : ofExpression;
    if (OF_META.has(name)) return 'field';
    if (receiver !== null && TEXTS[name] !== undefined) return TEXTS[name];
  }
  return metaLine(text, offset) ? 'field-path' : null;
}

/** Which model the names are of: that of the query around them, or that of the class in whose Meta they stand. */
function subject(
  text: string,
  offset: number,
  callees: readonly Callee[],
  models: ReadonlySet<string>,
): Pick<LookupQuestion, 'model' | 'typeAt'> | null {
  for (const { name, nameAt, receiver } of callees) {
    if (receiver === null && models.has(name)) return { model: name, typeAt: null };
    if (OF_META.has(name)) return ofClass(text, offset);
    if (receiver === null || EXPRESSIONS[name] !== undefined || /^models$/.test(receiver)) continue;
    const root = /^\s*(\w+)\s*\.\s*\w+/.exec(receiver)?.[1];
    // `Book.objects.…`: no method of a query leads to objects of another model.
    if (root !== undefined && models.has(root)) return { model: root, typeAt: null };
    return { model: null, typeAt: nameAt };
  }
  return metaLine(text, offset) ? ofClass(text, offset) : null;
}

function ofClass(text: string, offset: number): Pick<LookupQuestion, 'model' | 'typeAt'> | null {
  const model = [...text.slice(0, offset).matchAll(/^class\s+(\w+)/gm)].at(-1)?.[1];
  return model === undefined ? null : { model, typeAt: null };
}

/** Whether the statement around an offset is one of Meta's lists of names. */
function metaLine(text: string, offset: number): boolean {
  const lines = text.slice(0, offset).split('\n').slice(-6);
  const begin = lines.findLastIndex((line) => /^\s+\w+\s*=[^=]/.test(line));
  return begin !== -1 && META_LIST.test(lines[begin] ?? '');
}

function nameStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && /\w/.test(text.charAt(at - 1))) at -= 1;
  return at;
}
