import { beforeAll, describe, expect, it } from 'vitest';
import { tablesOf } from '../../inspect/image/tables-of';
import { type Sqlite, startSqlite, withDatabase } from '../../inspect/sqlite/sqlite';
import type { Orm } from '../../orm/orm';
import { buildRuntime } from '../build/build-runtime';
import { DEFAULT_LIMITS, type Limits, type RunResult } from '../contract';
import { imageFromSql } from './image';
import { loadRuntime, type Runtime } from './load-runtime';
import { runInNode } from './run-in-node';

/** Databases on their way from Python, through the worker, to where they are read. */

const BUILD_MS = 600_000;
const RUN_MS = 120_000;

const MODELS: Readonly<Record<Orm, string>> = {
  django:
    'from django.db import models\n\nclass A(models.Model):\n    name = models.TextField()\n\n' +
    '    class Meta:\n        db_table = "a"\n',
  sqlalchemy:
    'from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column\n\n' +
    'class Base(DeclarativeBase):\n    pass\n\n' +
    'class A(Base):\n    __tablename__ = "a"\n' +
    '    id: Mapped[int] = mapped_column(primary_key=True)\n    name: Mapped[str]\n',
};
const ADD: Readonly<Record<Orm, string>> = {
  django: 'A.objects.create(name="x")\n',
  sqlalchemy: 'session.add(A(name="x"))\nsession.commit()\n',
};

let runtime: Runtime;
let sqlite: Sqlite;
beforeAll(async () => {
  await buildRuntime('full', 'fast');
  runtime = await loadRuntime();
  sqlite = await startSqlite();
}, BUILD_MS);

async function run(orm: Orm, image: Uint8Array | null, limits: Partial<Limits> = {}): Promise<RunResult> {
  const script = `# %% Read\nfrom models import A\n1\n# %% Write\n${ADD[orm]}# %% Read again\n2\n`;
  const request = {
    orm,
    files: { 'models.py': MODELS[orm], 'script.py': script },
    database: 'sqlite',
    limits: { ...DEFAULT_LIMITS, ...limits },
    hasImage: image !== null,
  } as const;
  const result = await runInNode(runtime, request, image);
  expect(result.outcome).toMatchObject({ kind: 'done', trace: { notices: [] } });
  return result;
}

function rows(database: RunResult['states'][number]['database'] | undefined): unknown {
  if (!(database instanceof Uint8Array)) return database;
  return withDatabase(sqlite, database, tablesOf).map((table) => [table.name, table.rows]);
}

describe.each(['django', 'sqlalchemy'] as const)('the states of a run of %s', (orm) => {
  it(
    'arrive whole: what the set-up made, and what the cell wrote',
    async () => {
      const { states, image } = await run(orm, null);
      expect(states.map(({ cell, database }) => [cell, rows(database)])).toEqual([
        [null, [['a', []]]],
        [1, [['a', [[1n, 'x']]]]],
      ]);
      expect(states[1]?.database).toEqual(image);
    },
    RUN_MS,
  );

  it(
    'begin with the database that it started from, and say which are missing',
    async () => {
      const image = await imageFromSql('CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT NOT NULL)');
      const { states } = await run(orm, image, { stateBytes: 4_096 });
      expect(states).toEqual([
        { cell: null, database: image },
        { cell: 1, database: 'too-large' },
      ]);
    },
    RUN_MS,
  );
});
