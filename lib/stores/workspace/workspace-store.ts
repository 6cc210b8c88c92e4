import { createStore } from 'zustand/vanilla';
import type { Orm } from '../../orm/orm';
import type { Files, Scenario } from '../../scenarios/types';
import { fileNameProblem, isNeeded } from './file-name';
import type { Workspace, WorkspaceState, WorkspaceStore } from './workspace';

/** A scenario as it is opened. */
export function workspaceOf({ slug, name, files, dataset, datasetSql }: Scenario): Workspace {
  const hasData = dataset !== null && datasetSql !== null;
  return {
    origin: { kind: 'scenario', slug },
    name,
    files,
    database: hasData ? { kind: 'dataset', name: dataset, sql: datasetSql } : { kind: 'empty' },
  };
}

/** The workspace alone, out of its store's state: what is run and what is kept. */
export function contentOf({ origin, name, files, database }: Workspace): Workspace {
  return { origin, name, files, database };
}

/** Whether two workspaces hold the same work. */
export function isSameWork(one: Workspace, other: Workspace): boolean {
  return (
    one.name === other.name &&
    isSameDatabase(one.database, other.database) &&
    isSameFiles(one.files.django, other.files.django) &&
    isSameFiles(one.files.sqlalchemy, other.files.sqlalchemy)
  );
}

/** Whether anything differs from what was opened. */
export function isEdited(state: WorkspaceState): boolean {
  return !isSameWork(state, state.opened);
}

/** Makes a workspace that holds `initial`. */
export function createWorkspaceStore(initial: Workspace): WorkspaceStore {
  return createStore<WorkspaceState>()((set, get) => {
    const setFiles = (orm: Orm, change: (files: Files) => Files): void =>
      set(({ files }) => ({ files: { ...files, [orm]: change(files[orm]) } }));
    const textOf = (orm: Orm, name: string): string => {
      const text = get().files[orm][name];
      if (text === undefined) throw new RangeError(`There is no file ${name} on the side of ${orm}.`);
      return text;
    };
    const namesBut = (orm: Orm, name: string): string[] =>
      Object.keys(get().files[orm]).filter((other) => other !== name);
    const begin = withLineFeeds(initial);

    return {
      ...begin,
      opened: begin,
      saving: { kind: 'saved' },
      openScenario: (scenario) => get().open(workspaceOf(scenario)),
      open: (workspace, opened = workspace) => {
        const work = withLineFeeds(workspace);
        set({ ...work, opened: opened === workspace ? work : withLineFeeds(opened) });
      },
      reset: () => {
        const before = contentOf(get());
        set(get().opened);
        return before;
      },
      restore: (workspace) => set(withLineFeeds(workspace)),
      setFile: (orm, name, text) => {
        if (textOf(orm, name) !== text) setFiles(orm, (files) => ({ ...files, [name]: lineFeeds(text) }));
      },
      addFile: (orm, name) => {
        const problem = fileNameProblem(orm, name, Object.keys(get().files[orm]));
        if (problem === null) setFiles(orm, (files) => ({ ...files, [name]: '' }));
        return problem;
      },
      renameFile: (orm, from, to) => {
        const text = textOf(orm, from);
        if (from === to) return null;
        if (isNeeded(from)) {
          return { kind: 'needed', sentence: `${from} has to be there, under this name.` };
        }
        const problem = fileNameProblem(orm, to, namesBut(orm, from));
        if (problem === null) setFiles(orm, (files) => ({ ...without(files, from), [to]: text }));
        return problem;
      },
      removeFile: (orm, name) => {
        textOf(orm, name);
        if (isNeeded(name)) throw new RangeError(`${name} cannot be removed.`);
        setFiles(orm, (files) => without(files, name));
      },
      setDatabase: (database) => set({ database }),
      rename: (name) => set({ name }),
      setSaving: (saving) => set({ saving }),
    };
  });
}

/** Files from elsewhere may have other line ends; Python and the editor would count lines differently. */
function withLineFeeds({ files, ...rest }: Workspace): Workspace {
  const side = (texts: Files): Files =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, lineFeeds(text)]));
  return contentOf({ ...rest, files: { django: side(files.django), sqlalchemy: side(files.sqlalchemy) } });
}

function lineFeeds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

function without(files: Files, name: string): Files {
  const { [name]: _, ...rest } = files;
  return rest;
}

function isSameFiles(one: Files, other: Files): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

function isSameDatabase(one: Workspace['database'], other: Workspace['database']): boolean {
  if (one === other) return true;
  if (one.kind === 'dataset') return other.kind === 'dataset' && one.sql === other.sql;
  if (one.kind === 'image') return other.kind === 'image' && isSameBytes(one.bytes, other.bytes);
  return one.kind === other.kind;
}

function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one === other || (one.length === other.length && one.every((byte, index) => byte === other[index]));
}
