import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ORMS, type Orm } from '../../orm/orm';
import { findFindings } from '../../trace/findings/find-findings';
import type { Finding, Fix, NPlusOne } from '../../trace/findings/finding';
import type { Trace } from '../../trace/schema';
import { buildRuntime } from '../build/build-runtime';
import { ROOT } from '../build/paths';
import { DEFAULT_LIMITS } from '../contract';
import { fixDetails } from '../tools/fix';
import { askInNode } from './ask-in-node';
import { imageFromSql } from './image';
import { loadRuntime, type Runtime } from './load-runtime';
import { runInNode } from './run-in-node';

/** The shipped programs that have an N+1: what is found in a run of them is mended, and the mended code run. */

const SCENARIOS = join(ROOT, 'lib', 'scenarios');
const WITH_N_PLUS_ONE = ['n-plus-one', 'many-to-many'];
const BUILD_MS = 600_000;
const RUN_MS = 120_000;

type Files = Record<string, string>;

/** Writes that belong together, each loop a cell; the last cell tells what is in the tables then. */
const ROW_BY_ROW: Readonly<Record<Orm, string>> = {
  django: `from models import Author, Book, Genre
# %% create
for name in ['a', 'b', 'c', 'd', 'e', 'f']:
    Genre.objects.create(name=name)
# %% save
for number in range(6):
    Genre(name=f'{number}').save()
# %% change
for book in Book.objects.filter(published__lt=1930).order_by('id'):
    book.title = book.title.upper()
    book.save()
# %% the same for all
for book in Book.objects.filter(published__gt=2000):
    book.stock = 0
    book.save()
# %% delete
for genre in Genre.objects.filter(name__in=['a', 'b', 'c', 'd', 'e']):
    genre.delete()
# %% see
[list(each.objects.order_by('id').values_list()) for each in (Genre, Author, Book)]
`,
  sqlalchemy: `from sqlalchemy import insert, select
from models import Author, Book, Genre
# %% add
for name in ['a', 'b', 'c', 'd', 'e', 'f']:
    session.add(Genre(name=name))
    session.commit()
# %% change
for book in session.scalars(select(Book).where(Book.published < 1930)).all():
    book.title = book.title.upper()
    session.commit()
# %% insert
for number in range(6):
    session.execute(insert(Genre).values(name=f'{number}'))
# %% see
[session.execute(select(each.__table__).order_by(each.id)).all() for each in (Genre, Author, Book)]
`,
};

let runtime: Runtime;
let image: Uint8Array;
beforeAll(async () => {
  await buildRuntime('full', 'fast');
  runtime = await loadRuntime();
  image = await imageFromSql(await readFile(join(SCENARIOS, 'datasets', 'bookshop.sql'), 'utf8'));
}, BUILD_MS);

async function filesOf(slug: string, orm: Orm): Promise<Files> {
  const read = (name: string) => readFile(join(SCENARIOS, slug, orm, name), 'utf8');
  return { 'models.py': await read('models.py'), 'script.py': await read('script.py') };
}

async function traced(orm: Orm, files: Files): Promise<Trace> {
  const request = { orm, files, database: 'sqlite', limits: DEFAULT_LIMITS, hasImage: true } as const;
  const { outcome } = await runInNode(runtime, request, image);
  expect(outcome.error).toBeUndefined();
  return outcome.trace;
}

/** The files with one of a finding's fixes in them. */
async function mend(orm: Orm, files: Files, finding: Finding, fix: Fix): Promise<Files> {
  const reply = await askInNode(runtime, 'fix', orm, { files, image, ...fixDetails(finding, fix) });
  if (reply.kind !== 'answer' || reply.answer.kind !== 'changed') throw new Error(JSON.stringify(reply));
  return reply.answer.files;
}

/** How many statements a cell sent, but for those that begin or end a transaction. */
function sentIn(trace: Trace, cell: number): number {
  return trace.statements.filter((each) => each.cell === cell && each.reason !== 'transaction').length;
}

/** How many statements a cell sent in all: SQLAlchemy saves transactions where objects need their keys. */
function allIn(trace: Trace, cell: number): number {
  return trace.statements.filter((each) => each.cell === cell).length;
}

/** The finding's fix and its alternative, as many as there are. */
function fixesOf({ fix, alternative }: NPlusOne): Fix[] {
  return alternative === null ? [fix] : [fix, alternative];
}

describe.each(WITH_N_PLUS_ONE)('the N+1 of %s', (slug) => {
  it.each(ORMS)(
    'is mended for %s in each way that there is, with fewer statements and the same values',
    async (orm) => {
      const files = await filesOf(slug, orm);
      const before = await traced(orm, files);
      const found = findFindings(before, files, orm).filter((finding) => finding.kind === 'n-plus-one');
      expect(found).toHaveLength(1);
      for (const finding of found) {
        const manners = fixesOf(finding).map((fix) => (fix.kind === 'eager-load' ? fix.manner : fix.kind));
        // Django joins no collections.
        const isDjangoCollection = orm === 'django' && slug === 'many-to-many';
        expect(manners.toSorted()).toEqual(isDjangoCollection ? ['batched'] : ['batched', 'joined']);
        for (const fix of fixesOf(finding)) {
          const mended = await mend(orm, files, finding, fix);
          const after = await traced(orm, mended);
          const { cell } = finding.place;
          expect(sentIn(before, cell)).toBeGreaterThan(finding.parents);
          expect(sentIn(after, cell)).toBeLessThanOrEqual(
            fix.kind === 'eager-load' && fix.manner === 'joined' ? 1 : 2,
          );
          expect(after.cells.map(({ value }) => value)).toEqual(before.cells.map(({ value }) => value));
          expect(findFindings(after, mended, orm)).toEqual([]);
        }
      }
    },
    RUN_MS,
  );
});

describe('rows that are written one by one', () => {
  it.each(ORMS)(
    'are written together by %s, each loop in its way, and the tables are the same',
    async (orm) => {
      const { 'models.py': models = '' } = await filesOf('many-to-many', orm);
      let files: Files = { 'models.py': models, 'script.py': ROW_BY_ROW[orm] };
      const before = await traced(orm, files);
      const cells = findFindings(before, files, orm).map(({ place }) => place.cell);
      expect(cells).toEqual(before.cells.slice(0, -1).map((_, index) => index));
      for (const cell of cells) {
        // Each change moves lines, so what is left is found anew in a run of the changed code.
        const trace = await traced(orm, files);
        const finding = findFindings(trace, files, orm).find(({ place }) => place.cell === cell);
        if (finding === undefined) throw new Error(`nothing is found in cell ${cell} any more`);
        files = await mend(orm, files, finding, finding.fix);
      }
      const after = await traced(orm, files);
      for (const cell of cells) expect(allIn(after, cell)).toBeLessThan(allIn(before, cell) - 3);
      expect(after.cells.at(-1)?.value).toBe(before.cells.at(-1)?.value);
    },
    RUN_MS,
  );
});
