import type { Orm } from '../../orm/orm';
import type { DescribedModel } from '../../runtime/tools/describe';
import { djangoQuestion } from './django-question';
import { type LookupItem, lookupAnswer } from './lookup-answer';
import { modelOfHover } from './model-of-type';
import type { LookupQuestion } from './question';
import { sqlalchemyQuestion } from './sqlalchemy-question';

/** What is known of a side's loaded models. */
export interface KnownModels {
  readonly models: readonly DescribedModel[];
  /** Classes of queries and managers, to the names of their models. */
  readonly queries: ReadonlyMap<string, string>;
}

/** Names that complete the code at a place; none other would fit there where `isAll`. */
export interface Lookups {
  readonly items: readonly LookupItem[];
  /** Offsets of what they replace. */
  readonly start: number;
  readonly end: number;
  readonly isAll: boolean;
}

/**
 * Finds the names that only loaded models tell: lookups, paths through relations, fields of constraints.
 *
 * @param text the whole file
 * @param known what is known of the models now, and once they have been loaded for the first time
 * @param hoverAt what is known of the name at an offset, where the code itself does not say the model
 * @returns null where models have nothing to say
 */
export async function lookUp(
  orm: Orm,
  text: string,
  offset: number,
  known: { readonly now: KnownModels; readonly loaded: () => Promise<KnownModels> },
  hoverAt: (offset: number) => Promise<string | null>,
): Promise<Lookups | null> {
  if (questionAt(orm, text, offset, known.now.models) === null) return null;
  const { models, queries } = await known.loaded();
  const question = questionAt(orm, text, offset, models);
  if (question === null) return null;
  const names = new Set(models.map(({ name }) => name));
  const name = question.model ?? (await modelAt(question, hoverAt, names, queries));
  const model = models.find((each) => each.name === name);
  const items = lookupAnswer(question, model, models);
  if (items.length === 0) return null;
  const { start, end, isText, typed } = question;
  return { items, start, end, isAll: isText || typed.includes('__') };
}

function questionAt(
  orm: Orm,
  text: string,
  offset: number,
  models: readonly DescribedModel[],
): LookupQuestion | null {
  const names = new Set(models.map(({ name }) => name));
  if (orm === 'django') return djangoQuestion(text, offset, names);
  const target = (model: string, relation: string): string | null =>
    models.find(({ name }) => name === model)?.fields.find(({ name }) => name === relation)?.target ?? null;
  return sqlalchemyQuestion(text, offset, names, target);
}

async function modelAt(
  { typeAt }: LookupQuestion,
  hoverAt: (offset: number) => Promise<string | null>,
  names: ReadonlySet<string>,
  queries: ReadonlyMap<string, string>,
): Promise<string | null> {
  const hover = typeAt === null ? null : await hoverAt(typeAt);
  return hover === null ? null : modelOfHover(hover, names, queries);
}
