import type { DescribedField, DescribedModel } from '../../runtime/tools/describe';
import type { LookupQuestion, Wanted } from './question';

/** One name that completes code. */
export interface LookupItem {
  /** The whole of what is written, `author__name`. */
  readonly text: string;
  readonly kind: 'field' | 'relation' | 'lookup' | 'value';
  /** What it is, in a few words. */
  readonly detail: string;
}

/** What follows `__` behind a relation without a field of its model. */
const OF_RELATIONS = ['isnull', 'in', 'exact'];

/**
 * The names that answer a question about a model.
 * @param models all of a side's models
 */
export function lookupAnswer(
  question: LookupQuestion,
  model: DescribedModel | undefined,
  models: readonly DescribedModel[],
): LookupItem[] {
  const { wanted } = question;
  if (wanted === 'table-column') return tableColumns(models);
  if (model === undefined) return [];
  switch (wanted) {
    case 'condition':
    case 'field-path':
    case 'to-one-path':
    case 'relation-path':
      return pathItems(question, model, models);
    case 'assignment':
    case 'field':
      return model.fields
        .filter(({ reverse, kind }) => !reverse && (wanted === 'field' ? kind !== 'to-many' : true))
        .map((field) => itemOf(field, field.name));
    case 'relation-attribute':
    case 'column-attribute':
      return model.fields
        .filter(({ kind }) => (kind === 'column') === (wanted === 'column-attribute'))
        .map((field) => itemOf(field, `${model.name}.${field.name}`));
    case 'choice':
      return choicesOf(model, question);
  }
}

function choicesOf({ fields }: DescribedModel, { field, isText }: LookupQuestion): LookupItem[] {
  const choices = fields.find(({ name }) => name === field)?.choices ?? [];
  return choices.map(({ value, label }) => ({
    text: isText ? value.replace(/^(['"])(.*)\1$/, '$2') : value,
    kind: 'value',
    detail: label,
  }));
}

/** Fields of the model that the path has come to; behind a column what may be asked of it. */
function pathItems(
  { typed, wanted }: LookupQuestion,
  model: DescribedModel,
  models: readonly DescribedModel[],
): LookupItem[] {
  const sign = typed.startsWith('-') ? '-' : '';
  const parts = typed.slice(sign.length).split('__');
  const done = parts.slice(0, -1);
  const prefix = sign + done.map((part) => `${part}__`).join('');
  let at: DescribedModel | null = model;
  let column: DescribedField | null = null;
  let isRelation = false;
  for (const part of done) {
    if (column !== null) {
      if (!column.transforms.includes(part)) return [];
      continue;
    }
    const field: DescribedField | undefined = fieldOf(at, part, wanted);
    if (field === undefined) return [];
    isRelation = field.kind !== 'column';
    if (isRelation) at = models.find(({ name }) => name === field.target) ?? null;
    else column = field;
  }
  if (column !== null)
    return wanted === 'condition' ? lookupsOf(column, prefix) : transformsOf(column, prefix);
  const fields = (at?.fields ?? [])
    .filter((field) => isOffered(field, wanted))
    .flatMap((field) => {
      const name = nameOf(field, wanted);
      const own = itemOf(field, prefix + name);
      const key = `${name}_id`;
      const hasKey = field.kind === 'to-one' && !field.reverse && wanted === 'condition';
      return hasKey ? [own, { text: prefix + key, kind: 'field' as const, detail: 'key' }] : [own];
    });
  const ofRelation = isRelation && wanted === 'condition' ? OF_RELATIONS : [];
  return [...fields, ...ofRelation.map((name) => lookup(prefix + name))];
}

function fieldOf(model: DescribedModel | null, part: string, wanted: Wanted): DescribedField | undefined {
  const fields = model?.fields ?? [];
  return (
    fields.find((field) => nameOf(field, wanted) === part) ??
    (part === 'pk' ? fields.find(({ primaryKey }) => primaryKey) : undefined) ??
    fields.find(({ name, kind, reverse }) => kind === 'to-one' && !reverse && `${name}_id` === part)
  );
}

/** Prefetching goes by attributes, all else by the names that queries have for relations. */
function nameOf(field: DescribedField, wanted: Wanted): string {
  return wanted === 'relation-path' ? field.name : field.queryName;
}

function isOffered({ kind }: DescribedField, wanted: Wanted): boolean {
  if (wanted === 'to-one-path') return kind === 'to-one';
  if (wanted === 'relation-path') return kind !== 'column';
  return true;
}

function lookupsOf({ lookups, transforms }: DescribedField, prefix: string): LookupItem[] {
  return [...lookups, ...transforms].map((name) => lookup(prefix + name));
}

function transformsOf({ transforms }: DescribedField, prefix: string): LookupItem[] {
  return transforms.map((name) => lookup(prefix + name));
}

function lookup(text: string): LookupItem {
  return { text, kind: 'lookup', detail: 'lookup' };
}

function itemOf({ kind, field, target, nullable }: DescribedField, text: string): LookupItem {
  const none = nullable && kind !== 'to-many' ? ', may be None' : '';
  if (kind === 'column') return { text, kind: 'field', detail: field + none };
  return { text, kind: 'relation', detail: `${kind === 'to-many' ? 'many' : 'one'} ${target ?? ''}${none}` };
}

function tableColumns(models: readonly DescribedModel[]): LookupItem[] {
  return models.flatMap(({ table, fields }) =>
    fields.flatMap((field) =>
      table === null || field.column === null || field.kind !== 'column'
        ? []
        : [itemOf(field, `${table}.${field.column}`)],
    ),
  );
}
