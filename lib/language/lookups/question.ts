/** What kind of name is wanted at a place. */
export type Wanted =
  /** A keyword of `filter(…)`: fields, through relations, then lookups. */
  | 'condition'
  /** A keyword of `create(…)`: fields of the model itself. */
  | 'assignment'
  /** A text that names a field, through relations: `order_by("author__name")`. */
  | 'field-path'
  /** A text that names fields of the model itself. */
  | 'field'
  /** A text that names relations to one object: `select_related("author")`. */
  | 'to-one-path'
  /** A text that names relations: `prefetch_related("books")`. */
  | 'relation-path'
  /** An expression that names a relation of a class: `selectinload(Author.books)`. */
  | 'relation-attribute'
  /** An expression that names a column of a class: `load_only(Author.name)`. */
  | 'column-attribute'
  /** A text that names a column of a table: `ForeignKey("author.id")`. */
  | 'table-column'
  /** A value that a field allows. */
  | 'choice';

/** What would complete the code at a place, but for which model it is about. */
export interface LookupQuestion {
  readonly wanted: Wanted;
  /** What has been typed of it, up to the caret. */
  readonly typed: string;
  /** Where that begins, and where what would be replaced ends; offsets of the text. */
  readonly start: number;
  readonly end: number;
  /** The model's name where the code says it; null: `typeAt` tells. */
  readonly model: string | null;
  /** Where a name stands whose type tells the model; null when nothing does. */
  readonly typeAt: number | null;
  /** The field whose values are wanted, for `choice`. */
  readonly field: string | null;
  /** Whether it is typed between quotes. */
  readonly isText: boolean;
}
