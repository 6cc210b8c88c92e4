import { beforeAll, expect, it } from 'vitest';
import { ORMS } from '../../orm/orm';
import { buildRuntime } from '../build/build-runtime';
import { askInNode } from './ask-in-node';
import { imageFromSql } from './image';
import { loadRuntime, type Runtime } from './load-runtime';

/** The way of a question through the worker's real script, whatever the code that it is about does. */

const BUILD_MS = 600_000;
const ASK_MS = 60_000;

let runtime: Runtime;
beforeAll(async () => {
  await buildRuntime('full', 'fast');
  runtime = await loadRuntime();
}, BUILD_MS);

it.each(ORMS)(
  'is answered for models of %s that end the interpreter, never end, or need the network',
  async (orm) => {
    const ask = (models: string) =>
      askInNode(runtime, 'check', orm, { files: { 'models.py': models, 'script.py': '1 / 0' }, image: null });
    expect(await ask('import os\nos._exit(0)\n')).toEqual({
      kind: 'failed',
      message: expect.stringMatching(/ended the interpreter itself/),
    });
    expect(await ask('while True:\n    pass\n')).toEqual({
      kind: 'failed',
      message: expect.stringMatching(/longer than 10 s/),
    });
    expect(await ask('import js\n')).toMatchObject({
      kind: 'answer',
      answer: { problems: [{ code: 'ImportError', span: { startLine: 1 } }] },
    });
  },
  ASK_MS,
);

it(
  'knows the tables that models are read off',
  async () => {
    const models = `from sqlalchemy import Table
from sqlalchemy.orm import DeclarativeBase
from database import engine

class Base(DeclarativeBase):
    pass

class Shelf(Base):
    __table__ = Table("shelf", Base.metadata, autoload_with=engine)
`;
    const image = await imageFromSql('CREATE TABLE shelf (number INTEGER PRIMARY KEY, room TEXT NOT NULL)');
    const code = { files: { 'models.py': models, 'script.py': '' }, image };
    const described = await askInNode(runtime, 'describe', 'sqlalchemy', code);
    expect(described).toMatchObject({
      kind: 'answer',
      answer: {
        kind: 'described',
        models: [{ name: 'Shelf', fields: [{ name: 'number' }, { name: 'room' }] }],
      },
    });
    const without = await askInNode(runtime, 'describe', 'sqlalchemy', { ...code, image: null });
    expect(without).toMatchObject({
      kind: 'answer',
      answer: { kind: 'not-loaded', problem: { code: expect.stringMatching(/NoSuchTableError$/) } },
    });
  },
  ASK_MS,
);
