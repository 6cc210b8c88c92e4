import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ORMS, type Orm } from '../../orm/orm';
import { TraceDocumentSchema } from '../../trace/schema';
import { buildRuntime } from '../build/build-runtime';
import { ROOT } from '../build/paths';
import { DEFAULT_LIMITS, type Limits } from '../contract';
import { firstDifference } from './compare-traces';
import { loadRuntime, type Runtime } from './load-runtime';
import { type Boot, runInNode } from './run-in-node';
import { traceDirectory, traceInput } from './trace-directory';

const PROGRAMS = join(ROOT, 'lib', 'runtime', 'node', 'programs');
/** A first build downloads and compiles everything; a run takes about a second. */
const BUILD_MS = 600_000;
const RUN_MS = 120_000;

const MODELS: Readonly<Record<Orm, string>> = {
  django: 'from django.db import models\n\nclass A(models.Model):\n    name = models.TextField()\n',
  sqlalchemy:
    'from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column\n\n' +
    'class Base(DeclarativeBase):\n    pass\n\n' +
    'class A(Base):\n    __tablename__ = "a"\n' +
    '    id: Mapped[int] = mapped_column(primary_key=True)\n    name: Mapped[str]\n',
};

let runtime: Runtime;
beforeAll(async () => {
  await buildRuntime('full', 'fast');
  runtime = await loadRuntime();
}, BUILD_MS);

async function run(orm: Orm, script: string, limits: Partial<Limits> = {}, boot: Boot = 'snapshot') {
  const files = { 'models.py': MODELS[orm], 'script.py': script };
  const request = {
    orm,
    files,
    database: 'sqlite',
    limits: { ...DEFAULT_LIMITS, ...limits },
    hasImage: false,
  } as const;
  return (await runInNode(runtime, request, null, boot)).outcome;
}

describe('the engine without a browser', () => {
  it(
    'sends the same from the snapshot and after a plain boot',
    async () => {
      for (const name of ['values', 'failing']) {
        const restored = await traceDirectory(runtime, join(PROGRAMS, name));
        const plain = await traceDirectory(runtime, join(PROGRAMS, name), { boot: 'plain' });
        expect(TraceDocumentSchema.parse(restored).versions).toEqual(plain.versions);
        for (const orm of ORMS) {
          const [a, b] = [restored[orm], plain[orm]];
          if (a === undefined || b === undefined) throw new Error(`${name} has no ${orm} side`);
          expect(a.trace.statements.length).toBeGreaterThan(3);
          expect(a.trace.notices).toEqual([]);
          expect(firstDifference(a, b)).toBeNull();
        }
      }
    },
    RUN_MS,
  );

  it.each(ORMS)(
    'keeps what %s did before an endless loop',
    async (orm) => {
      const outcome = await run(orm, '# %% one\nprint("here")\n# %% two\nwhile True:\n    pass\n', {
        wallMs: 1_500,
      });
      expect(outcome.kind).toBe('timed-out');
      expect(outcome.error?.message).toMatch(/1.5 s/);
      expect(outcome.trace.cells[0]?.stdout).toBe('here\n');
    },
    RUN_MS,
  );

  it.each(ORMS)(
    'survives what ends or breaks the interpreter of %s',
    async (orm) => {
      expect((await run(orm, 'import os\nos._exit(0)\n')).kind).toBe('crashed');
      expect((await run(orm, 'rows = []\nwhile True:\n    rows.append(bytearray(10 ** 7))\n')).kind).toBe(
        'out-of-memory',
      );
      expect((await run(orm, '1 / 0\n')).error?.type).toBe('ZeroDivisionError');
    },
    RUN_MS,
  );

  it.each(ORMS)(
    'gives the code of %s no way to Node',
    async (orm) => {
      const attempts = [
        'import js',
        'import pyodide_js',
        'import pyodide.code',
        'import ctypes',
        'import subprocess; subprocess.run(["true"])',
      ];
      for (const attempt of attempts) {
        const { kind, error } = await run(orm, `${attempt}\n`);
        expect([attempt, kind, error?.type]).toEqual([
          attempt,
          'python-error',
          expect.stringMatching(/Error$/),
        ]);
      }
      const files = await run(
        orm,
        'import os\nos.path.exists("/etc/passwd"), os.path.exists("/home/pyodide")\n',
      );
      expect(files.trace.cells[0]?.value).toBe('(False, True)');
    },
    RUN_MS,
  );

  it('says what is wrong with the starting database', async () => {
    const input = { sides: { django: { 'models.py': '', 'script.py': '' } }, dataSql: 'CREATE TABEL a (b)' };
    await expect(traceInput(runtime, input)).rejects.toThrow(/data\.sql cannot be run: near "TABEL"/);
  });
});
