import { describe, expect, it } from 'vitest';
import type { Orm } from '../../orm/orm';
import { findFindings } from './find-findings';
import { type Sent, traceOf } from './testing-trace';

const MODELS = {
  django: `
class Author(models.Model):
    class Meta:
        db_table = "author"

class Genre(models.Model):
    class Meta:
        db_table = "genre"

class Book(models.Model):
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="books")
    genres = models.ManyToManyField(Genre, db_table="book_genre", related_name="books")
    class Meta:
        db_table = "book"
`,
  sqlalchemy: `
class Author(Base):
    __tablename__ = "author"
    books: Mapped[list["Book"]] = relationship(back_populates="author")

class Book(Base):
    __tablename__ = "book"
    author: Mapped[Author] = relationship(back_populates="books")
`,
} as const;
const JOINED =
  'SELECT "book"."id", "author"."id", "author"."name" FROM "book" INNER JOIN "author" ON ("book"."author_id" = "author"."id")';

/** What is found in a script of one query, whose statements its first line sent. */
function found(
  orm: Orm,
  script: string,
  sent: readonly Partial<Sent>[],
  models: string = MODELS[orm],
): string[] {
  const files = { 'script.py': script, 'models.py': models };
  const at = [script.split('\n')[0] ?? ''];
  const all = sent.map((each): Sent => ({ at, sql: JOINED, ...each }));
  return findFindings(traceOf(files, all), files, orm).map(
    ({ kind, cause, fix }) => `${kind}: ${cause} ${fix.code}`,
  );
}
const QUERY = 'books = list(Book.objects.select_related("author"))\n';
const joined = (rest: string, models?: string) => found('django', QUERY + rest, [{}], models);
const UNREAD = [
  'unused-eager-load: author is joined and loaded with every row, and nothing in this code reads it. .select_related("author")',
];

describe('an eager load that nothing reads', () => {
  it('is found where the name of the relation stands nowhere else', () => {
    expect(joined('[book.title for book in books]')).toEqual(UNREAD);
    expect(joined('author = 1\n[book.author_id for book in books]')).toEqual(UNREAD);
  });

  it.each([
    ['[book.author.name for book in books]'],
    ['f"{books[0].author}"'],
    ['Book.objects.values("author")'],
    ['getattr(books[0], name)'],
    ['serializers.serialize("json", books)'],
    ['match books[0]:\n    case Book(author=a):\n        a'],
  ])('is none where it may be read: %j', (rest) => {
    expect(joined(rest)).toEqual([]);
  });

  it('is none where a model reads it', () => {
    const models = `${MODELS.django}\n    def __str__(self):\n        return f"{self.title} by {self.author}"\n`;
    expect(joined('books', models)).toEqual([]);
  });

  it('is none where the statement only joins, or another loader reads the same table', () => {
    const only = 'SELECT "book"."id" FROM "book" INNER JOIN "author" ON ("book"."author_id" = "author"."id")';
    expect(found('django', QUERY, [{ sql: only }])).toEqual([]);
    const two = MODELS.django.replace('    genres', '    editor = models.ForeignKey(Author)\n    genres');
    expect(joined('Book.objects.select_related("editor")', two)).toEqual([]);
  });

  it('is found in what a second statement loads', () => {
    const script = 'books = list(Book.objects.prefetch_related("genres"))\n[book.title for book in books]';
    const prefetch = {
      sql: 'SELECT "genre"."id" FROM "genre" INNER JOIN "book_genre" ON ("genre"."id" = "book_genre"."genre_id") WHERE "book_genre"."book_id" IN (?)',
      more: { reason: 'prefetch' as const },
    };
    expect(found('django', script, [{ sql: 'SELECT "book"."id" FROM "book"' }, prefetch])).toEqual([
      'unused-eager-load: 1 statement loads genres, and nothing in this code reads it. .prefetch_related("genres")',
    ]);
  });

  it('is found in SQLAlchemy, whose attributes name the relation where it is asked for', () => {
    const script = 'books = session.scalars(select(Book).options(joinedload(Book.author))).all()\n';
    const sql =
      'SELECT book.id, author_1.id AS id_1 FROM book JOIN author AS author_1 ON author_1.id = book.author_id';
    expect(found('sqlalchemy', `${script}[book.title for book in books]`, [{ sql }])).toEqual([
      'unused-eager-load: author is joined and loaded with every row, and nothing in this code reads it. joinedload(Book.author)',
    ]);
    expect(found('sqlalchemy', `${script}[book.author for book in books]`, [{ sql }])).toEqual([]);
  });
});
