import { beforeAll, describe, expect, it } from 'vitest';
import { ORMS, type Orm } from '../../orm/orm';
import { loadDataset, loadDefinition, loadFiles, scenarioSlugs } from '../../scenarios/load';
import { buildRuntime } from '../build/build-runtime';
import { DEFAULT_LIMITS } from '../contract';
import { askInNode } from './ask-in-node';
import { imageFromSql } from './image';
import { loadRuntime, type Runtime } from './load-runtime';
import { runInNode } from './run-in-node';

/** The shipped models of each side, drafted for the other, must read the very database that the shipped ones read. */

const BUILD_MS = 600_000;
const RUN_MS = 120_000;

/** Reads a row of each model with all of its columns, and counts; its value names tables, columns and rows. */
const READ: Readonly<Record<Orm, string>> = {
  django: `
import models as own
from django.db.models import Model

kinds = [each for each in vars(own).values() if isinstance(each, type) and issubclass(each, Model)]
through = [field.remote_field.through for each in kinds for field in each._meta.many_to_many]
columns = {each: sorted(field.column for field in each._meta.concrete_fields) for each in kinds}
sorted([(each._meta.db_table, columns[each], each.objects.count(), len(each.objects.all()[:1])) for each in kinds]) + \\
    sorted(each._meta.db_table for each in through)
`,
  sqlalchemy: `
from sqlalchemy import func, inspect, select
import models as own

kinds = [mapper.class_ for mapper in own.Base.registry.mappers]
columns = {each: sorted(column.name for column in inspect(each).columns) for each in kinds}
pairs = [table for table in own.Base.metadata.sorted_tables if table not in [each.__table__ for each in kinds]]
[session.execute(select(each).limit(1)).all() for each in pairs]
count = {each: session.scalar(select(func.count()).select_from(each)) for each in kinds}
sorted([(each.__tablename__, columns[each], count[each], len(session.scalars(select(each).limit(1)).all())) for each in kinds]) + \\
    sorted(each.name for each in pairs)
`,
};

let runtime: Runtime;
beforeAll(async () => {
  await buildRuntime('full', 'fast');
  runtime = await loadRuntime();
}, BUILD_MS);

async function read(orm: Orm, models: string, image: Uint8Array | null): Promise<string> {
  const files = { 'models.py': models, 'script.py': READ[orm] };
  const limits = { ...DEFAULT_LIMITS, valueChars: 20_000 };
  const request = { orm, files, database: 'sqlite', limits, hasImage: image !== null } as const;
  const { outcome } = await runInNode(runtime, request, image);
  expect(outcome.error, models).toBeUndefined();
  return outcome.trace.cells[0]?.value ?? '';
}

describe.each(scenarioSlugs())('the models of %s', (slug) => {
  it.each(ORMS)(
    'of %s become models of the other side that map the same tables and columns',
    async (orm) => {
      const other = orm === 'django' ? 'sqlalchemy' : 'django';
      const { dataset } = await loadDefinition(slug);
      const image = dataset === null ? null : await imageFromSql(loadDataset(dataset));
      const files = loadFiles(slug)[orm];
      const answer = await askInNode(runtime, 'skeleton', orm, { files, image });
      if (answer.kind !== 'answer' || answer.answer.kind !== 'drafted')
        throw new Error(JSON.stringify(answer));
      expect(answer.answer.orm).toBe(other);
      const { text } = answer.answer;
      expect(text).toMatch(/^# A draft, /);
      const draft = { files: { 'models.py': text, 'script.py': '' }, image };
      const checked = await askInNode(runtime, 'check', other, draft);
      expect(checked).toEqual({ kind: 'answer', answer: { kind: 'checked', problems: [] } });
      const before = await read(orm, files['models.py'] ?? '', image);
      expect(before).toMatch(/^\[\('/);
      expect(await read(other, text, image)).toBe(before);
    },
    RUN_MS,
  );
});
