import { describe, expect, it } from 'vitest';
import { findFindings } from './find-findings';
import type { Finding } from './finding';
import { type Files, type Sent, times, traceOf } from './testing-trace';

const DJANGO_MODELS = `
class Author(models.Model):
    name = models.CharField(max_length=100)

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
`;
const BOOKS = {
  at: ['Book.objects.all()'],
  sql: 'SELECT "book"."id", "book"."title", "book"."author_id" FROM "book"',
} satisfies Sent;
const AUTHOR = {
  at: ['book.author'],
  sql: 'SELECT "author"."id", "author"."name" FROM "author" WHERE "author"."id" = ? LIMIT 21',
  more: { reason: 'lazy-load', reasonDetail: 'author' },
} satisfies Sent;
const SCRIPT = `[book.author.name for book in Book.objects.all()]
name_of(book)
name_of(other)
Author.objects.get(name=name)
author.books.all()
for each in all_of_them:
    Genre.objects.create(name=name)
    book.save()
    with transaction.atomic():
        genre.delete()
    session.commit()
`;
const FILES: Files = {
  'script.py': SCRIPT,
  'models.py': DJANGO_MODELS,
  'helpers.py': 'def name_of(book): book.author',
};

function books(authors: readonly number[]): Sent {
  const rows = authors.map((author, at) => [at + 1, `B${at}`, author]);
  return { ...BOOKS, more: { columns: ['id', 'title', 'author_id'], rows, rowCount: rows.length } };
}

function django(sent: readonly Sent[]): Finding[] {
  return findFindings(traceOf(FILES, sent), FILES, 'django');
}

function sqlAlchemy(sent: readonly Sent[]): Finding[] {
  const models = 'class Genre(Base):\n    __tablename__ = "genre"\n';
  const files = { 'script.py': SCRIPT, 'models.py': models };
  return findFindings(traceOf(files, sent), files, 'sqlalchemy');
}

function kinds(findings: readonly Finding[]): string[] {
  return findings.map(({ kind, statements }) => `${kind} of ${statements.length}`);
}

describe('an N+1', () => {
  it('is one relation loaded for several parents from one expression', () => {
    const [found, ...rest] = django([
      books([7, 8, 7]),
      ...times(3, AUTHOR, (at) => ({ params: [[7, 8, 7][at] ?? 0] })),
    ]);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      kind: 'n-plus-one',
      cause: '3 statements load author, one for each Book.',
      statements: [1, 2, 3],
      parents: 3,
      repeats: 1,
      loaded: { kind: 'relation', name: 'author', cardinality: 'to-one', model: 'Book', table: 'author' },
      source: { statement: 0, call: 0 },
      place: { cell: 0, call: 1, calls: [1], span: { startLine: 1, startColumn: 1, endColumn: 12 } },
      fix: {
        method: 'select_related',
        manner: 'joined',
        code: '.select_related("author")',
        model: 'Book',
        parents: 3,
      },
      alternative: { method: 'prefetch_related', manner: 'batched' },
    });
  });

  it('is found through helpers, and stands where the access does; the loop is in the script', () => {
    const access = { ...AUTHOR, at: ['helpers.py: book.author', 'name_of(book)'] };
    expect(django(times(2, access, (at) => ({ params: [at] })))).toMatchObject([
      {
        kind: 'n-plus-one',
        source: null,
        place: { span: { file: 'helpers.py', startLine: 1 }, loop: { file: 'script.py', startLine: 2 } },
      },
    ]);
  });

  it('is no call of one helper in two places', () => {
    const sent = ['name_of(book)', 'name_of(other)'].map((line, at): Sent => {
      return { ...AUTHOR, at: ['helpers.py: book.author', line], more: { ...AUTHOR.more, params: [at] } };
    });
    expect(django(sent)).toEqual([]);
  });

  it('is no single load, and none in another cell', () => {
    expect(django([books([7]), { ...AUTHOR, more: { ...AUTHOR.more, params: [7] } }])).toEqual([]);
    expect(django(times(2, AUTHOR, (at) => ({ params: [at], cell: at })))).toEqual([]);
  });

  it('of an N+1 goes on from the query that began', () => {
    const book: Sent = {
      at: ['book.save()'],
      sql: 'SELECT "book"."id", "book"."author_id" FROM "book" WHERE "book"."author_id" = ?',
      more: { reason: 'lazy-load', reasonDetail: 'books', columns: ['id', 'author_id'] },
    };
    const authors: Sent = {
      at: ['Author.objects.get(name=name)'],
      sql: 'SELECT "author"."id" FROM "author"',
      more: { columns: ['id'], rows: [[7], [8]], rowCount: 2 },
    };
    const loads = [7, 8].flatMap((id): Sent[] => [
      { ...book, more: { ...book.more, params: [id], rows: [[id * 10, id]] } },
      { ...AUTHOR, more: { ...AUTHOR.more, params: [id] } },
    ]);
    expect(django([authors, ...loads])).toMatchObject([
      {
        loaded: { name: 'books', model: 'Author' },
        source: { statement: 0 },
        fix: { code: '.prefetch_related("books")' },
      },
      {
        loaded: { name: 'author', model: 'Book' },
        source: { statement: 0 },
        fix: {
          code: '.prefetch_related("books__author")',
          path: [{ relation: 'books' }, { relation: 'author' }],
        },
        alternative: null,
      },
    ]);
  });

  it('is no lazy load for all parents at once, as FETCH_PEERS sends it', () => {
    const sql = 'SELECT "author"."id" FROM "author" WHERE ("author"."id") IN ((?), (?))';
    expect(django(times(2, { ...AUTHOR, sql }, (at) => ({ params: [at, at + 1] })))).toEqual([]);
  });

  it('with the same parameter each time is one only when several parents share it', () => {
    const same = times(3, AUTHOR, () => ({ params: [7] }));
    expect(kinds(django([books([7, 7, 7]), ...same]))).toEqual(['n-plus-one of 3']);
    expect(django([books([7]), ...same])).toEqual([]);
    expect(sqlAlchemy(same)).toEqual([]);
  });

  it('is a collection that Django reads by all(), and no other query of that shape', () => {
    const sql = 'SELECT "book"."id" FROM "book" WHERE "book"."author_id" = ?';
    const all = { at: ['author.books.all()'], sql };
    expect(django(times(2, all, (at) => ({ params: [at] })))).toMatchObject([
      {
        kind: 'n-plus-one',
        loaded: { name: 'books', cardinality: 'to-many', model: 'Author', table: 'book' },
        fix: { method: 'prefetch_related' },
        alternative: null,
      },
    ]);
    expect(
      django(times(2, { ...all, at: ['Author.objects.get(name=name)'] }, (at) => ({ params: [at] }))),
    ).toEqual([]);
  });

  it('is no load of what a flush is about to delete', () => {
    const sql = 'SELECT book.id FROM book WHERE ? = book.genre_id';
    const loads = times(3, { at: ['session.commit()'], sql, more: { reason: 'lazy-load' } }, (at) => ({
      params: [at],
    }));
    const flush: Sent = {
      at: ['session.commit()'],
      sql: 'DELETE FROM genre',
      more: { reason: 'flush', many: 3 },
    };
    expect(sqlAlchemy([...loads, flush])).toEqual([]);
    expect(sqlAlchemy(loads)).toMatchObject([{ loaded: { name: null, cardinality: 'to-many' } }]);
  });
});

describe('a query in a loop', () => {
  const get = {
    at: ['Author.objects.get(name=name)'],
    sql: 'SELECT "author"."id" FROM "author" WHERE "author"."name" = ?',
  };

  it('is explicit, with other parameters, five times or more', () => {
    const sent = times(5, get, (at) => ({ params: [`n${at}`] }));
    expect(django(sent)).toMatchObject([
      {
        kind: 'query-in-loop',
        cause: 'The same query was sent 5 times from one place, each time with other parameters.',
        fix: { method: 'in', column: 'name', model: 'Author', queries: 5, code: '.filter(name__in=[...])' },
      },
    ]);
    expect(django(sent.slice(1))).toEqual([]);
  });

  it('is none when what it reads is written in between', () => {
    const write: Sent = {
      at: ['book.save()'],
      sql: 'UPDATE "author" SET "name" = ?',
      more: { params: ['x'] },
    };
    const sent = times(5, get, (at) => ({ params: [`n${at}`] }));
    expect(kinds(django([...sent.slice(0, 3), write, ...sent.slice(3)]))).toEqual([]);
    const elsewhere = { ...write, sql: 'UPDATE "book" SET "title" = ?' };
    expect(kinds(django([...sent.slice(0, 3), elsewhere, ...sent.slice(3)]))).toEqual(['query-in-loop of 5']);
  });

  it('is a duplicate when it asks for the same each time', () => {
    expect(django(times(2, get, () => ({ params: ['a'] })))).toMatchObject([
      { kind: 'duplicate', statements: [0, 1], fix: { kind: 'keep-result', times: 2 } },
    ]);
  });

  it('groups in one query where it counts', () => {
    const count = {
      at: get.at,
      sql: 'SELECT COUNT(*) AS "__count" FROM "book" WHERE "book"."author_id" = ?',
    };
    expect(django(times(6, count, (at) => ({ params: [at] })))).toMatchObject([
      { fix: { method: 'aggregate', column: 'author_id' } },
    ]);
  });
});

describe('queries from several places', () => {
  const sql = 'SELECT "author"."id" FROM "author" WHERE "author"."name" = ?';
  const lines = SCRIPT.split('\n').slice(0, 6);
  const fromLines = (params: readonly string[]): Sent[] =>
    params.map((param, at) => ({ at: [lines[at] ?? ''], sql, more: { params: [param] } }));

  it('are similar from five on, duplicates from three on', () => {
    expect(kinds(django(fromLines(['a', 'b', 'c', 'd', 'e'])))).toEqual(['similar of 5']);
    expect(kinds(django(fromLines(['a', 'b', 'c', 'd'])))).toEqual([]);
    expect(kinds(django(fromLines(['a', 'a', 'a', 'b'])))).toEqual(['duplicate of 3']);
    expect(kinds(django(fromLines(['a', 'a'])))).toEqual([]);
  });

  it('are no duplicates on several connections', () => {
    const sent = fromLines(['a', 'a', 'a']).map((each, at) => ({
      ...each,
      more: { ...each.more, connection: at },
    }));
    expect(django(sent)).toEqual([]);
  });
});

describe('writes row by row', () => {
  const insert = {
    at: ['Genre.objects.create(name=name)'],
    sql: 'INSERT INTO "genre" ("name") VALUES (?) RETURNING "genre"."id"',
  };
  const inserts = times(5, insert, (at) => ({ params: [`g${at}`] }));

  it('are inserts of one row each from one place', () => {
    expect(django(inserts)).toMatchObject([
      {
        kind: 'row-by-row-writes',
        write: 'insert',
        rows: 5,
        cause: '5 rows were inserted into genre one by one, by 5 statements.',
        fix: {
          method: 'bulk_create',
          model: 'Genre',
          table: 'genre',
          rows: 5,
          code: 'Genre.objects.bulk_create([...])',
        },
      },
    ]);
    expect(django(inserts.slice(1))).toEqual([]);
  });

  it('are no batches of many rows, and no executemany', () => {
    expect(django(inserts.map((each) => ({ ...each, more: { ...each.more, rowCount: 100 } })))).toEqual([]);
    expect(django(inserts.map((each) => ({ ...each, more: { ...each.more, many: 100 } })))).toEqual([]);
  });

  it('are none where each is kept apart, or one failed', () => {
    const apart = inserts.flatMap((each): Sent[] => [
      { at: ['with transaction.atomic():'], sql: 'BEGIN' },
      each,
    ]);
    const undoable = inserts.flatMap((each): Sent[] => [
      { at: ['with transaction.atomic():'], sql: 'SAVEPOINT s' },
      each,
    ]);
    expect([django(apart), django(undoable), sqlAlchemy(undoable)]).toEqual([[], [], []]);
    const failed = inserts.map((each, at) =>
      at === 2 ? { ...each, more: { ...each.more, error: { type: 'e', message: 'm' } } } : each,
    );
    expect(django(failed)).toEqual([]);
  });

  it('are none in Django where one object is stored in two tables', () => {
    const other = { ...insert, sql: 'INSERT INTO "special" ("genre_id") VALUES (?)' };
    expect(django(inserts.flatMap((each, at) => [each, { ...other, more: { params: [at] } }]))).toEqual([]);
  });

  it('become update() where all rows get the same, bulk_update() where not', () => {
    const save = { at: ['book.save()'], sql: 'UPDATE "book" SET "title" = ? WHERE "book"."id" = ?' };
    expect(django(times(5, save, (at) => ({ params: ['x', at] })))).toMatchObject([
      { fix: { method: 'update' } },
    ]);
    expect(django(times(5, save, (at) => ({ params: [`x${at}`, at] })))).toMatchObject([
      { fix: { method: 'bulk_update', code: 'Book.objects.bulk_update([...], ["title"])' } },
    ]);
  });

  it('are one finding for the steps of a cascade', () => {
    const steps = Array.from({ length: 5 }, (_, at): Sent[] => [
      { at: ['genre.delete()'], sql: 'BEGIN' },
      {
        at: ['genre.delete()'],
        sql: 'DELETE FROM "book_genre" WHERE "book_genre"."genre_id" IN (?)',
        more: { params: [at], rowCount: 0 },
      },
      {
        at: ['genre.delete()'],
        sql: 'DELETE FROM "genre" WHERE "genre"."id" IN (?)',
        more: { params: [at] },
      },
      { at: ['genre.delete()'], sql: 'COMMIT' },
    ]).flat();
    expect(django(steps)).toMatchObject([
      { cause: '5 rows were deleted from genre one by one, by 10 statements.', fix: { method: 'delete' } },
    ]);
  });

  it('by many flushes of SQLAlchemy become one, and by many statements one insert of a list', () => {
    const at = ['session.commit()'];
    const flush: Sent = { at, sql: 'INSERT INTO genre (name) VALUES (?)', more: { reason: 'flush' } };
    const flushed = times(5, flush, (index) => ({ params: [index] }));
    expect(sqlAlchemy(flushed)).toMatchObject([{ fix: { method: 'one-flush', model: 'Genre' } }]);
    const committed = flushed.flatMap((each): Sent[] => [{ at, sql: 'BEGIN' }, each, { at, sql: 'COMMIT' }]);
    expect(sqlAlchemy(committed)).toMatchObject([{ fix: { method: 'one-flush' } }]);
    const sent = flushed.map((each) => ({ ...each, more: { ...each.more, reason: 'explicit' as const } }));
    expect(sqlAlchemy(sent)).toMatchObject([{ fix: { method: 'insert-many', model: 'Genre' } }]);
  });

  it('are none where one flush of SQLAlchemy may have sent them all', () => {
    const flush = (sql: string): Sent => ({ at: ['session.commit()'], sql, more: { reason: 'flush' } });
    const title = flush('UPDATE book SET title=? WHERE book.id = ?');
    const stock = flush('UPDATE book SET stock=? WHERE book.id = ?');
    // On SQLite it learns each row's key, sends expressions row by row, and groups rows by the columns that changed.
    const returning = times(5, flush('INSERT INTO genre (name) VALUES (?) RETURNING id'), (index) => ({
      params: [index],
    }));
    const expression = times(
      5,
      flush('UPDATE book SET stock=(book.stock + ?) WHERE book.id = ?'),
      (index) => ({ params: [1, index] }),
    );
    const mixed = Array.from({ length: 5 }, (_, index) =>
      [title, stock].map((each) => ({ ...each, more: { ...each.more, params: [index, index] } })),
    ).flat();
    expect([returning, expression, mixed].map(sqlAlchemy)).toEqual([[], [], []]);
  });

  it('are none where a call that is evaluated once sent them all', () => {
    const files = { ...FILES, 'script.py': 'session.execute(insert(Genre).returning(Genre.id), rows)\n' };
    const sent = times(
      6,
      {
        at: ['session.execute(insert(Genre).returning(Genre.id), rows)'],
        sql: 'INSERT INTO genre (name) VALUES (?) RETURNING id',
      },
      (index) => ({ params: [index] }),
    );
    expect(findFindings(traceOf(files, sent), files, 'sqlalchemy')).toEqual([]);
    const inLoop = { ...files, 'script.py': `for rows in all:\n    ${files['script.py']}` };
    expect(findFindings(traceOf(inLoop, sent), inLoop, 'sqlalchemy')).toHaveLength(1);
  });
});
