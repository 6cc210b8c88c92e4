import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ORMS, type Orm } from '../../orm/orm';
import { RecordingSchema } from '../../scenarios/types';
import { findFindings } from './find-findings';

const SCENARIOS = new URL('../../scenarios/', import.meta.url);

/** What is found in a shipped recording: the cell's title, the kind, the numbers. */
function found(slug: string, orm: Orm): string[] {
  const folder = new URL(`${slug}/`, SCENARIOS);
  const { trace } = RecordingSchema.parse(JSON.parse(readFileSync(new URL('recorded.json', folder), 'utf8')));
  const names = ['models.py', 'script.py', ...(slug === 'transactions-and-errors' ? ['till.py'] : [])];
  const files = names.map((name) => [name, readFileSync(new URL(`${orm}/${name}`, folder), 'utf8')] as const);
  return findFindings(trace[orm].trace, Object.fromEntries(files), orm).map((finding) => {
    const title = trace[orm].trace.cells[finding.place.cell]?.title;
    return `${title}, line ${finding.place.span.startLine}: ${finding.cause} ${finding.fix.code}`;
  });
}

describe('the findings in the shipped recordings', () => {
  it('are the N+1 of books and their authors, in the cell that has it and not in those that mend it', () => {
    expect(found('n-plus-one', 'django')).toEqual([
      'Read each author, line 8: 20 statements load author, one for each Book. .select_related("author")',
    ]);
    expect(found('n-plus-one', 'sqlalchemy')).toEqual([
      'Read each author, line 12: 10 statements load author, one for each that the session did not hold yet. .options(joinedload(Book.author))',
    ]);
  });

  it('are the N+1 of a collection', () => {
    expect(found('many-to-many', 'django')).toEqual([
      'List books with their genres, line 22: 9 statements load genres, one for each Book. .prefetch_related("genres")',
    ]);
    expect(found('many-to-many', 'sqlalchemy')).toEqual([
      'List books with their genres, line 28: 9 statements load genres, one for each Book. .options(selectinload(Book.genres))',
    ]);
  });

  it.each(['first-steps', 'one-changed-field', 'transactions-and-errors', 'identity-map-and-sessions'])(
    'are none in %s',
    (slug) => {
      expect(ORMS.flatMap((orm) => found(slug, orm))).toEqual([]);
    },
  );
});
