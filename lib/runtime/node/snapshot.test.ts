import { beforeAll, expect, it } from 'vitest';
import { ORMS, type Orm } from '../../orm/orm';
import { buildRuntime } from '../build/build-runtime';
import { DEFAULT_LIMITS } from '../contract';
import { loadRuntime, type Runtime } from './load-runtime';
import { runInNode } from './run-in-node';

/**
 * What a person's program finds in a fresh interpreter must be its own: the warm-up ran programs of
 * both sides before the snapshot was taken, and none of their models, tables, connections, modules or
 * files may still be there. The programs below look for them from within.
 */

const BUILD_MS = 600_000;
const RUN_MS = 120_000;

/** Everything alive that belongs to somebody: Django's models, SQLAlchemy's mapped classes and sessions. */
const FIND = `
import gc, os, random, sqlite3, sys
gc.unfreeze()
gc.collect()
alive = gc.get_objects()
import django.apps, django.db.models
from sqlalchemy import Engine, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapper, Session

def below(cls):
    both = [c for s in cls.__subclasses__() for c in (s, *s.__subclasses__())]
    return sorted(f"{c.__module__}.{c.__qualname__}" for c in both)

def of(*types):
    return sorted(type(o).__name__ for o in alive if isinstance(o, types))

found = {
    "models": sorted(m._meta.label for m in django.apps.apps.get_models(include_auto_created=True)),
    "bases": below(DeclarativeBase),
    "mappers": sorted(m.class_.__name__ for m in alive if type(m) is Mapper),
    # SQLAlchemy itself describes PostgreSQL's catalogue in tables, once its dialect is imported.
    "tables": sorted(t for m in alive if isinstance(m, MetaData) for t in m.tables if not t.startswith("pg_catalog.")),
    "connections": of(sqlite3.Connection),
    "cursors": of(sqlite3.Cursor),
    "sessions": of(Session),
    "modules": sorted(n for n in sys.modules if n in ("models", "script", "helpers", "settings", "database")),
    "files": sorted(os.listdir("/tmp")),
    "cwd": sorted(os.listdir(".")),
}
`;

const MODELS: Readonly<Record<Orm, string>> = {
  django: 'from django.db import models\n\nclass Mine(models.Model):\n    pass\n',
  sqlalchemy:
    'from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column\n\n' +
    'class Base(DeclarativeBase):\n    pass\n\n' +
    'class Mine(Base):\n    __tablename__ = "mine"\n    id: Mapped[int] = mapped_column(primary_key=True)\n',
};

let runtime: Runtime;
beforeAll(async () => {
  await buildRuntime('full', 'fast');
  runtime = await loadRuntime();
}, BUILD_MS);

async function ask(orm: Orm, script: string): Promise<string> {
  const files = { 'models.py': MODELS[orm], 'script.py': script };
  const limits = { ...DEFAULT_LIMITS, valueChars: 20_000 };
  const { outcome } = await runInNode(
    runtime,
    { orm, files, database: 'sqlite', limits, hasImage: false },
    null,
  );
  if (outcome.kind !== 'done') throw new Error(`${outcome.kind}: ${outcome.error?.message}`);
  return outcome.trace.cells.at(-1)?.stdout ?? '';
}

it.each(ORMS)(
  'leaves nothing of the warm-up to a program of %s',
  async (orm) => {
    const found: unknown = JSON.parse(await ask(orm, `${FIND}\nimport json\nprint(json.dumps(found))\n`));
    const mine = orm === 'django';
    expect(found).toMatchObject({
      bases: mine ? [] : ['models.Base', 'models.Mine'],
      mappers: mine ? [] : ['Mine'],
      tables: mine ? [] : ['mine'],
      sessions: mine ? [] : ['Session'],
      cursors: [],
    });
    expect(found).toHaveProperty(
      'models',
      mine ? expect.arrayContaining([expect.stringMatching(/\.Mine$/)]) : expect.any(Array),
    );
    const { models, connections } = found as { models: string[]; connections: string[] };
    expect(models.filter((label) => !/^(auth|contenttypes)\./.test(label))).toHaveLength(mine ? 1 : 0);
    expect(connections).toHaveLength(1);
  },
  RUN_MS,
);

it(
  'gives two interpreters different random numbers, and one hash seed',
  async () => {
    const script =
      'import random, uuid, secrets\nprint(random.random(), uuid.uuid4(), secrets.token_hex(4))\n' +
      'print(hash("x"))\n';
    const [first, second] = await Promise.all([ask('django', script), ask('django', script)]);
    const [randomA, hashA] = first?.split('\n') ?? [];
    const [randomB, hashB] = second?.split('\n') ?? [];
    expect(randomA).not.toBe(randomB);
    expect(hashA).toBe(hashB);
  },
  RUN_MS,
);
