import { ORMS, type Orm } from '../../lib/orm/orm';
import { buildRuntime } from '../../lib/runtime/build/build-runtime';
import type { FoundPython } from '../../lib/runtime/build/find-python';
import { DEFAULT_LIMITS, type RunRequest } from '../../lib/runtime/contract';
import { imageFromSql } from '../../lib/runtime/node/image';
import { loadRuntime } from '../../lib/runtime/node/load-runtime';
import { nativePackages, runNatively } from '../../lib/runtime/node/native-python';
import { runInNode } from '../../lib/runtime/node/run-in-node';
import { loadDataset, loadFiles } from '../../lib/scenarios/load';
import type { Outcome } from '../../lib/trace/schema';
import { type Figure, median } from './figure';

const ROUNDS = 3;
const SENT = 1_000;

/** Reads one row by its key, again and again: the smallest statement that both ORMs make an object of. */
const SCRIPTS: Readonly<Record<Orm, string>> = {
  django: `from models import Book
# %% Read
for number in range(${SENT}):
    Book.objects.get(pk=1 + number % 50)
`,
  sqlalchemy: `from database import Session
from sqlalchemy import select
from models import Book
# %% Read
with Session() as session:
    for number in range(${SENT}):
        session.scalars(select(Book).where(Book.id == 1 + number % 50)).one()
`,
};

/**
 * Statements per second on the engine beside a native CPython, both with the same packages and recorder.
 * @param python the native one; null: only the engine is measured
 */
export async function statementRates(python: FoundPython | null): Promise<Figure[]> {
  await buildRuntime();
  const runtime = await loadRuntime();
  const image = await imageFromSql(loadDataset('bookshop'));
  const packages = python === null ? null : await nativePackages(python);
  const figures: Figure[] = [];
  for (const orm of ORMS) {
    const files = { ...loadFiles('n-plus-one')[orm], 'script.py': SCRIPTS[orm] };
    const request: RunRequest = { orm, files, database: 'sqlite', limits: DEFAULT_LIMITS, hasImage: true };
    const here: number[] = [];
    const native: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      here.push(rateOf((await runInNode(runtime, request, image)).outcome));
      if (python !== null && packages !== null)
        native.push(rateOf(await runNatively(python, packages, request, image)));
    }
    const compared =
      native.length === 0
        ? 'no native Python from 3.12 on was found to compare with'
        : `native ${median(native).toFixed(0)}/s, ${(median(here) / median(native)).toFixed(2)} of it`;
    figures.push({
      name: `statements in WebAssembly, ${orm}`,
      value: median(here),
      unit: '/s',
      detail: compared,
    });
  }
  return figures;
}

function rateOf({ kind, trace }: Outcome): number {
  const sent = trace.statements.filter((statement) => statement.kind === 'select' && !statement.setup);
  if (kind !== 'done' || sent.length !== SENT)
    throw new Error(`The run ended as ${kind}, with ${sent.length} reads.`);
  const cell = trace.cells.find(({ title }) => title === 'Read');
  if (cell === undefined) throw new Error('The run has no cell "Read".');
  return SENT / (cell.durationUs / 1e6);
}
