import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Language, LanguageListeners } from '../../language/language';
import type { Project } from '../../language/project';
import type { Described } from '../../language/weave/weave';
import type { Orm } from '../../orm/orm';
import { createEnginesStore } from '../engines/engines-store';
import { testingRuntime } from '../testing-runtime';
import { createWorkspaceStore } from '../workspace/workspace-store';
import { createHelpStore } from './help-store';

const SIDE = { 'models.py': 'm', 'script.py': 's' };
const PROBLEM = {
  startLine: 1,
  startColumn: 0,
  endLine: 1,
  endColumn: 1,
  severity: 'error' as const,
  message: 'Wrong.',
};

/** A language server that was wanted, and what it was told of the sides. */
interface Started {
  readonly listeners: LanguageListeners;
  readonly told: Record<Orm, (Readonly<Record<string, string>> | Described)[]>;
  readonly arrive: () => void;
  readonly refuse: () => void;
}

/** Help whose language servers a test starts and ends; the engines describe models as `STUBS`. */
function help() {
  const { runtime } = testingRuntime();
  const ask = async (tool: unknown) => ({
    kind: 'answer',
    answer:
      tool === 'describe'
        ? { kind: 'described', models: [], stubs: { 'models.pyi': 'stub' } }
        : { problems: [] },
  });
  const engines = { django: { ...runtime.django, ask }, sqlalchemy: { ...runtime.sqlalchemy, ask } };
  const workspace = createWorkspaceStore({
    origin: { kind: 'own' },
    name: 'First',
    files: { django: SIDE, sqlalchemy: SIDE },
    database: { kind: 'empty' },
  });
  const started: Started[] = [];
  const store = createHelpStore({
    workspace,
    engines: createEnginesStore(async () => engines as typeof runtime),
    imageOf: async () => null,
    startFormatter: () => Promise.reject(new Error('There is none.')),
    startLanguage: (listeners) =>
      new Promise<Language>((resolve, reject) => {
        const told: Started['told'] = { django: [], sqlalchemy: [] };
        const projectOf = (orm: Orm) =>
          ({
            setFiles: (files) => told[orm].push(files),
            setDescribed: (described) => told[orm].push(described),
          }) as Partial<Project> as Project;
        const projects = { django: projectOf('django'), sqlalchemy: projectOf('sqlalchemy') };
        started.push({
          listeners,
          told,
          arrive: () => resolve({ projects, startMs: 1, packageFile: async () => null }),
          refuse: () => reject(new Error('There is no network.')),
        });
      }),
  });
  return { help: store.getState, workspace: workspace.getState, started };
}

const turns = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('help without a language server', () => {
  it('asks for none again but when an editor is focused anew', async () => {
    const made = help();
    made.help().begin('django');
    made.started[0]?.refuse();
    await turns();
    expect(made.help().server.kind).toBe('failed');

    made.workspace().setFile('django', 'script.py', 's2');
    expect(await made.help().projectOf('django')).toBeNull();
    await turns();
    expect(made.started).toHaveLength(1);

    made.help().begin('django');
    made.started[1]?.arrive();
    await turns();
    expect(made.started).toHaveLength(2);
    expect(made.help().server.kind).toBe('ready');
  });

  it('whose server has failed says so, and keeps none of what that said', async () => {
    const made = help();
    made.help().begin('django');
    made.started[0]?.arrive();
    await turns();
    made.started[0]?.listeners.onProblems('django', 'script.py', [PROBLEM]);
    expect(made.help().problems.django['script.py']).toEqual([PROBLEM]);
    made.started[0]?.listeners.onDeath('out of memory');
    expect(made.help().server.kind).toBe('failed');
    expect(made.help().problems.django['script.py']).toEqual([]);
    expect(await made.help().projectOf('django')).toBeNull();
    expect(made.started).toHaveLength(1);
  });
});

describe('a language server that takes the place of one that failed', () => {
  it('is told all of both sides: their files, and what their models turned out to be', async () => {
    const made = help();
    made.help().begin('django');
    made.help().begin('sqlalchemy');
    made.started[0]?.arrive();
    await vi.advanceTimersByTimeAsync(1_000);
    const described: Described = { stubs: { 'models.pyi': 'stub' }, files: SIDE };
    expect(made.started[0]?.told.sqlalchemy).toContainEqual(described);

    made.started[0]?.listeners.onDeath('out of memory');
    made.help().begin('django');
    made.started[1]?.arrive();
    await turns();
    for (const orm of ['django', 'sqlalchemy'] as const)
      expect(made.started[1]?.told[orm]).toEqual([described, SIDE]);
  });
});
