import { describe, expect, it } from 'vitest';
import { compareImages } from './compare-images';
import { databaseEquality } from './database-equality';
import type { ImageRow, ImageTable } from './image';
import { sayDatabaseEquality, sayUncommitted } from './say-database';

function table(name: string, rows: readonly ImageRow[], more: Partial<ImageTable> = {}): ImageTable {
  return { name, columns: ['id', 'title'], primaryKey: ['id'], rows, ...more };
}

function said(django: readonly ImageTable[], sqlalchemy: readonly ImageTable[]): string {
  return sayDatabaseEquality(databaseEquality(compareImages(django, sqlalchemy)));
}

const A: ImageRow = [1n, 'a'];
const B: ImageRow = [2n, 'b'];

describe('two databases', () => {
  it('are the same by their rows, in whichever order and form', () => {
    expect(said([], [])).toBe('Same database: no tables');
    expect(said([table('book', [A, B]), table('tag', [])], [table('tag', []), table('book', [B, A])])).toBe(
      'Same database: 2 rows in 2 tables',
    );
    expect(said([table('book', [[1n, 5n]])], [table('book', [[1n, 5]])])).toBe(
      'Same values in the database, 1 of them stored in another form: 1 row in 1 table',
    );
  });

  it('differ by rows, which are counted over all tables', () => {
    expect(
      said([table('book', [A, B]), table('tag', [A])], [table('book', [[1n, 'x']]), table('tag', [B])]),
    ).toBe('Different databases: 2 rows only in Django, 1 row only in SQLAlchemy, 1 row with other values');
  });

  it('differ by a table or a column that one side has alone', () => {
    const wide = table('book', [[1n, 'a', 1]], { columns: ['id', 'title', 'pages'] });
    expect(said([table('book', [A]), table('shelf', [])], [wide])).toBe(
      'Different databases: 1 table only in Django, 1 column only in SQLAlchemy',
    );
  });

  it('are not told apart by the tables in which a framework keeps its own books', () => {
    const own = [table('django_migrations', [A]), table('auth_user', [A])];
    expect(said([table('book', [A]), ...own], [table('book', [A]), table('alembic_version', [B])])).toBe(
      'Same database: 1 row in 1 table',
    );
    expect(said([table('auth_users', [])], [])).toBe(
      'Nothing to compare in the databases: no table has the same name on both sides',
    );
  });
});

describe('what is not committed', () => {
  it('is said of each side that has some', () => {
    expect(sayUncommitted({ django: 0, sqlalchemy: 0 })).toBeNull();
    expect(sayUncommitted({ django: 0, sqlalchemy: 1 })).toBe('Not committed yet: 1 write in SQLAlchemy');
    expect(sayUncommitted({ django: 2, sqlalchemy: 1 })).toBe(
      'Not committed yet: 2 writes in Django, 1 write in SQLAlchemy',
    );
  });
});
