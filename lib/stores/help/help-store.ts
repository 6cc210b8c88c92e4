import { createStore } from 'zustand/vanilla';
import type { Formatter } from '../../language/formatter';
import type { Language, LanguageListeners } from '../../language/language';
import { modelsOfQueries } from '../../language/lookups/model-of-type';
import { checkedProblems, mergeProblems } from '../../language/problems/checked-problems';
import type { CodeProblem } from '../../language/problems/code-problem';
import type { Described } from '../../language/weave/weave';
import { ORMS, type Orm } from '../../orm/orm';
import type { Problem } from '../../runtime/tools/problem';
import type { EnginesStore } from '../engines/engines';
import type { ImageOf } from '../runs/starting-image';
import type { WorkspaceStore } from '../workspace/workspace';
import type { HelpState, HelpStore } from './help';
import { createModelWatch } from './watch-models';

/** What help rests on. */
export interface HelpParts {
  readonly workspace: WorkspaceStore;
  readonly engines: EnginesStore;
  readonly imageOf: ImageOf;
  readonly startLanguage: (listeners: LanguageListeners) => Promise<Language>;
  readonly startFormatter: () => Promise<Formatter>;
}

const NONE = { models: [], queries: new Map<string, string>() };

/** What the engine's check found, and the files that it looked at. */
interface Checked {
  readonly problems: readonly Problem[];
  readonly files: Readonly<Record<string, string>>;
}

/** Makes the help of a desk; nothing is loaded before somebody edits. */
export function createHelpStore(parts: HelpParts): HelpStore {
  const { workspace } = parts;
  const begun = new Set<Orm>();
  const ofServer: Record<Orm, Record<string, readonly CodeProblem[]>> = { django: {}, sqlalchemy: {} };
  const described: Partial<Record<Orm, Described>> = {};
  const checked: Record<Orm, Checked> = {
    django: { problems: [], files: {} },
    sqlalchemy: { problems: [], files: {} },
  };
  const looked = { django: signal(), sqlalchemy: signal() };
  let language: Promise<Language | null> | null = null;
  let formatter: Promise<Formatter> | null = null;

  const showProblems = (orm: Orm): void => {
    const files = workspace.getState().files[orm];
    const found = checkedProblems(checked[orm].problems, checked[orm].files, files);
    const merged = Object.fromEntries(
      Object.keys(files).map((file) => [file, mergeProblems(ofServer[orm][file] ?? [], found[file] ?? [])]),
    );
    store.setState(({ problems }) => ({ problems: { ...problems, [orm]: merged } }));
  };
  /** Tells a server that has just started all of a side. */
  const bring = ({ projects }: Language, orm: Orm): void => {
    const models = described[orm];
    if (models !== undefined) projects[orm].setDescribed(models);
    projects[orm].setFiles(workspace.getState().files[orm]);
  };
  const start = async (): Promise<Language | null> => {
    store.setState({ server: { kind: 'starting' } });
    try {
      const started = await parts.startLanguage({
        onProblems: (orm, file, problems) => {
          ofServer[orm] = { ...ofServer[orm], [file]: problems };
          showProblems(orm);
        },
        onDeath: () => {
          language = Promise.resolve(null);
          for (const orm of ORMS) {
            // Nobody would take them away any more.
            ofServer[orm] = {};
            showProblems(orm);
          }
          fail();
        },
      });
      for (const orm of begun) bring(started, orm);
      store.setState({ server: { kind: 'ready', startMs: started.startMs } });
      return started;
    } catch {
      fail();
      return null;
    }
  };
  /** It stays failed until an editor is focused anew: a download at each key would help nobody. */
  const fail = (): void => {
    const sentence = 'Help while typing could not be loaded. Writing and running code work without it.';
    store.setState({ server: { kind: 'failed', sentence } });
  };
  const watch = createModelWatch({
    ...parts,
    onChecked: (orm, problems, files) => {
      checked[orm] = { problems, files };
      showProblems(orm);
    },
    onDescribed: async (orm, { models, stubs }, files) => {
      store.setState((state) => ({
        models: { ...state.models, [orm]: { models, queries: modelsOfQueries(stubs) } },
      }));
      described[orm] = { stubs, files };
      (await language)?.projects[orm].setDescribed({ stubs, files });
    },
    onLooked: (orm) => looked[orm].give(),
  });
  const follow = async (orm: Orm): Promise<void> => {
    const started = await language;
    started?.projects[orm].setFiles(workspace.getState().files[orm]);
  };
  /** Loads the server where nobody has yet, and follows a side's files from now on. */
  const serve = (orm: Orm): void => {
    language ??= start();
    if (begun.has(orm)) return;
    begun.add(orm);
    void follow(orm);
    watch(orm);
  };
  workspace.subscribe(({ files }, before) => {
    for (const orm of ORMS) {
      if (files[orm] === before.files[orm] || !begun.has(orm)) continue;
      void follow(orm);
      watch(orm);
    }
  });

  const store = createStore<HelpState>()((set, get) => ({
    server: { kind: 'idle' },
    problems: { django: {}, sqlalchemy: {} },
    models: { django: NONE, sqlalchemy: NONE },
    destination: null,
    begin: (orm) => {
      if (get().server.kind === 'failed') language = null;
      serve(orm);
    },
    projectOf: async (orm) => {
      serve(orm);
      return (await language)?.projects[orm] ?? null;
    },
    loadedModels: async (orm) => {
      serve(orm);
      await looked[orm].given;
      return get().models[orm];
    },
    packageFile: async (path) => (await language)?.packageFile(path) ?? null,
    format: async (text) => {
      formatter ??= parts.startFormatter();
      try {
        return await (await formatter).format(text);
      } catch (error) {
        formatter = null;
        throw error;
      }
    },
    goTo: (orm, place) => set({ destination: { ...place, orm } }),
    arrive: () => set({ destination: null }),
  }));
  return store;
}

/** Something that is waited for and happens once. */
function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
