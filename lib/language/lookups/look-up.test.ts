import { describe, expect, it } from 'vitest';
import type { DescribedField, DescribedModel } from '../../runtime/tools/describe';
import { lookUp } from './look-up';
import { modelOfHover, modelsOfQueries } from './model-of-type';

function field(name: string, more: Partial<DescribedField> = {}): DescribedField {
  return {
    name,
    kind: 'column',
    reverse: false,
    field: 'CharField',
    python: 'str',
    sql: 'varchar',
    column: name,
    primaryKey: name === 'id',
    nullable: false,
    target: null,
    queryName: name,
    lookups: ['exact', 'icontains', 'isnull'],
    transforms: [],
    choices: [],
    ...more,
  };
}

function model(name: string, fields: DescribedField[]): DescribedModel {
  return {
    name,
    module: 'models',
    span: null,
    table: name.toLowerCase(),
    fields,
    managers: [],
    indexes: [],
    constraints: [],
  };
}

const MODELS = [
  model('Author', [
    field('id'),
    field('name'),
    field('born', { field: 'DateField', lookups: ['exact', 'year'], transforms: ['year', 'month'] }),
    field('book_set', { kind: 'to-many', reverse: true, target: 'Book', queryName: 'book' }),
  ]),
  model('Book', [
    field('id'),
    field('title'),
    field('status', {
      choices: [
        { value: "'open'", label: 'Open' },
        { value: "'sold'", label: 'Sold' },
      ],
    }),
    field('author', { kind: 'to-one', target: 'Author', column: 'author_id', field: 'ForeignKey' }),
  ]),
];
const KNOWN = { models: MODELS, queries: new Map<string, string>() };

/** Completes at the `|`; `hover` is what the server would say of the receiver. */
async function at(orm: 'django' | 'sqlalchemy', marked: string, hover: string | null = null) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = await lookUp(orm, text, offset, { now: KNOWN, loaded: async () => KNOWN }, async () => hover);
  return found === null ? null : found.items.map((item) => item.text);
}

describe("lookups of Django's side", () => {
  it('are the fields of the model, by the names that queries have for relations', async () => {
    expect(await at('django', 'Book.objects.filter(|)')).toEqual([
      'id',
      'title',
      'status',
      'author',
      'author_id',
    ]);
    expect(await at('django', 'Author.objects.exclude(na|')).toContain('book');
  });

  it('go through relations, and end in what may be asked of a column', async () => {
    expect(await at('django', 'Book.objects.filter(author__|')).toContain('author__name');
    expect(await at('django', 'Book.objects.filter(author__|')).toContain('author__isnull');
    expect(await at('django', 'Book.objects.filter(author__name__ic|')).toContain('author__name__icontains');
    expect(await at('django', 'Author.objects.filter(book__author__born__year__|')).toContain(
      'book__author__born__year__exact',
    );
    expect(await at('django', 'Book.objects.filter(author__nothing__|')).toBeNull();
  });

  it('tell the model by what the server says of the receiver', async () => {
    const hover = '(method) def filter(...) -> QuerySet[Author, Author]';
    expect(await at('django', 'authors.filter(|', hover)).toContain('name');
    expect(await at('django', 'authors.filter(|')).toBeNull();
  });

  it('know expressions within a query', async () => {
    expect(await at('django', 'Book.objects.filter(Q(author__na|) | Q(title="x"))')).toContain(
      'author__name',
    );
    expect(await at('django', 'Author.objects.annotate(n=Count("|"))')).toContain('book');
    const openText = 'Book.objects.filter(title=F("|';
    expect(await at('django', openText)).toContain('title');
  });

  it('stand in texts of order_by, values, select_related and prefetch_related', async () => {
    expect(await at('django', 'Book.objects.order_by("-|")')).toContain('-title');
    expect(await at('django', 'Book.objects.values_list("title", "author__|")')).toContain('author__name');
    expect(await at('django', 'Book.objects.select_related("|")')).toEqual(['author']);
    expect(await at('django', 'Author.objects.prefetch_related("|")')).toEqual(['book_set']);
    expect(await at('django', 'Author.objects.prefetch_related("book_set__|")')).toEqual([
      'book_set__author',
    ]);
  });

  it('are the values that a field allows', async () => {
    expect(await at('django', 'Book.objects.filter(status="|")')).toEqual(['open', 'sold']);
  });

  it('are fields of the class in its constraints, indexes and order', async () => {
    const meta = (line: string) => `class Book(models.Model):\n    class Meta:\n        ${line}`;
    expect(await at('django', meta('indexes = [models.Index(fields=["|"])]'))).toContain('title');
    expect(await at('django', meta('constraints = [models.UniqueConstraint(fields=["title", "|'))).toContain(
      'author',
    );
    expect(await at('django', meta('ordering = ["|"]'))).toContain('title');
  });

  it('are silent where models have nothing to say', async () => {
    for (const code of [
      'print(|',
      'x = {"a": "|"}',
      'Book.objects.filter(title=|',
      '# Book.objects.filter(|',
    ])
      expect(await at('django', code)).toBeNull();
  });

  it('look at the call that is written, not at one that was left open above', async () => {
    expect(await at('django', 'x = Book.objects.filter(\nprint(|')).toBeNull();
    expect(await at('django', 'print("Author.objects.filter(|")')).toBeNull();
  });
});

describe("lookups of SQLAlchemy's side", () => {
  it('are relations in loader options, those of what was loaded before at the end of a chain', async () => {
    expect(await at('sqlalchemy', 'select(Book).options(selectinload(|))')).toEqual(['Book.author']);
    expect(await at('sqlalchemy', 'select(Book).options(joinedload(Book.author).selectinload(|))')).toEqual([
      'Author.book_set',
    ]);
    expect(await at('sqlalchemy', 'select(Book).options(load_only(Book.|))')).toContain('Book.title');
  });

  it('are columns in filter_by, of a constructor, in constraints and keys', async () => {
    expect(await at('sqlalchemy', 'select(Book).filter_by(|)')).toContain('title');
    expect(await at('sqlalchemy', 'Book(|)')).toContain('author');
    expect(
      await at('sqlalchemy', 'class Book(Base):\n    __table_args__ = (UniqueConstraint("|"),)'),
    ).toContain('title');
    expect(await at('sqlalchemy', 'mapped_column(ForeignKey("|"))')).toContain('author.id');
  });

  it('are the relations of the other end in back_populates', async () => {
    const line = '    author: Mapped["Author"] = relationship(back_populates="|")';
    expect(await at('sqlalchemy', `class Book(Base):\n${line}`)).toEqual(['book_set']);
  });
});

describe('the model of a query', () => {
  it('is read off a type, also of a class of queries of one’s own', () => {
    const names = new Set(['Book']);
    const queries = modelsOfQueries({
      'models.pyi': 'class BookQuerySet(models.QuerySet[Book]):\n    pass\n',
    });
    expect(modelOfHover('def filter(...) -> QuerySet[Book, Book]', names, queries)).toBe('Book');
    expect(modelOfHover('def filter(...) -> BookQuerySet', names, queries)).toBe('Book');
    expect(modelOfHover('def get(...) -> None', names, queries)).toBeNull();
  });
});
