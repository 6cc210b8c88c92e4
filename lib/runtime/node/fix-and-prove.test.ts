import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ORMS, type Orm } from '../../orm/orm';
import { findFindings } from '../../trace/findings/find-findings';
import type { Fix, NPlusOne } from '../../trace/findings/finding';
import type { Trace } from '../../trace/schema';
import { buildRuntime } from '../build/build-runtime';
import { ROOT } from '../build/paths';
import { DEFAULT_LIMITS } from '../contract';
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

/** How many statements a cell sent, but for those that begin or end a transaction. */
function sentIn(trace: Trace, cell: number): number {
  return trace.statements.filter((each) => each.cell === cell && each.reason !== 'transaction').length;
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
          const source = finding.source?.span ?? null;
          const question = { files, image, fix, span: finding.place.span, source };
          const answer = await askInNode(runtime, 'fix', orm, question);
          if (answer.kind !== 'answer' || answer.answer.kind !== 'changed')
            throw new Error(JSON.stringify(answer));
          const after = await traced(orm, answer.answer.files);
          const { cell } = finding.place;
          expect(sentIn(before, cell)).toBeGreaterThan(finding.parents);
          expect(sentIn(after, cell)).toBeLessThanOrEqual(
            fix.kind === 'eager-load' && fix.manner === 'joined' ? 1 : 2,
          );
          expect(after.cells.map(({ value }) => value)).toEqual(before.cells.map(({ value }) => value));
          expect(findFindings(after, answer.answer.files, orm)).toEqual([]);
        }
      }
    },
    RUN_MS,
  );
});
