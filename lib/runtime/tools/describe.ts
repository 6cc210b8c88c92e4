import { SpanSchema } from '../../trace/schema';
import * as z from '../../util/zod';
import { NotLoadedSchema } from './problem';

const FieldSchema = z.object({
  /** The attribute. */
  name: z.string(),
  kind: z.enum(['column', 'to-one', 'to-many']),
  /** True for the other end of a relation that another model declares. */
  reverse: z.boolean(),
  /** Kind of field or property, as `CharField`, `Numeric`, `relationship`. */
  field: z.string(),
  /** What Python sees: `str`, `decimal.Decimal`, the name of a model. */
  python: z.string(),
  /** The column's type in SQL; null for what has no column here. */
  sql: z.string().nullable(),
  /** Name of the column; null for what has none here. */
  column: z.string().nullable(),
  primaryKey: z.boolean(),
  nullable: z.boolean(),
  /** Name of the model that a relation leads to. */
  target: z.string().nullable(),
  /** Django: the name of the relation inside `filter(…)`, which differs from the attribute without `related_name`. */
  queryName: z.string(),
  /** Django: what may follow `__` in `filter(…)`: lookups and transforms. */
  lookups: z.array(z.string()),
  transforms: z.array(z.string()),
  /** The stored values that the field allows, as Python writes them, with their labels. */
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
});
export type DescribedField = z.infer<typeof FieldSchema>;

const MethodSchema = z.object({ name: z.string(), signature: z.string(), doc: z.string() });

const ModelSchema = z.object({
  name: z.string(),
  /** Module that it is defined in. */
  module: z.string(),
  /** Where its class stands; null when it is in none of the files. */
  span: SpanSchema.nullable(),
  table: z.string().nullable(),
  fields: z.array(FieldSchema),
  /** Django's managers with the methods that are not Django's own; SQLAlchemy has none. */
  managers: z.array(z.object({ name: z.string(), methods: z.array(MethodSchema) })),
  /** Names of indexes and constraints. */
  indexes: z.array(z.string()),
  constraints: z.array(z.string()),
});
export type DescribedModel = z.infer<typeof ModelSchema>;

/** What is known of a side's models once they are loaded, and a stub that tells it to a type checker. */
export const DescribeAnswerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('described'),
    models: z.array(ModelSchema),
    /** The text of a `.pyi` for each file that defines models: `models.pyi`. */
    stubs: z.record(z.string(), z.string()),
  }),
  NotLoadedSchema,
]);
export type DescribeAnswer = z.infer<typeof DescribeAnswerSchema>;
