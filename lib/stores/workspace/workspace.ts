import type { StoreApi } from 'zustand/vanilla';
import type { Orm } from '../../orm/orm';
import type { Files, Scenario } from '../../scenarios/types';
import type { FileNameProblem } from './file-name';

/** Where a workspace began: a shipped scenario, or nothing that is shipped (an empty page, a link, a file). */
export type Origin = { readonly kind: 'scenario'; readonly slug: string } | { readonly kind: 'own' };

/** The database that both sides start from. */
export type StartingDatabase =
  /** The tables are created from the models, empty. */
  | { readonly kind: 'empty' }
  /** One of the shipped SQL scripts. */
  | { readonly kind: 'dataset'; readonly name: string; readonly sql: string }
  /** A SQLite file that the person brought. */
  | { readonly kind: 'image'; readonly name: string; readonly bytes: Uint8Array };

/** What is edited and run: the files of both sides, and what they start from. Line ends are `\n`. */
export interface Workspace {
  readonly origin: Origin;
  /** A short name in words, for pickers, lists and titles: "Books and their authors". */
  readonly name: string;
  readonly files: Readonly<Record<Orm, Files>>;
  readonly database: StartingDatabase;
}

/** Whether the work is in the browser's storage. */
export type Saving =
  /** All that was changed is kept (also: nothing was changed). */
  | { readonly kind: 'saved' }
  /** Changed since; it is saved within moments. */
  | { readonly kind: 'unsaved' }
  /**
   * The browser would not keep it. `full`: no room is left; `denied`: it lets the site keep nothing.
   * The work goes on, in this tab only. The sentence says so and is fit to be shown once.
   */
  | { readonly kind: 'refused'; readonly why: 'full' | 'denied'; readonly sentence: string };

/** The workspace, and what can be done with it. */
export interface WorkspaceState extends Workspace {
  /** As it was opened: what `reset` goes back to. */
  readonly opened: Workspace;
  readonly saving: Saving;
  /** Begins with a scenario's code. What was edited before is kept as a draft. */
  readonly openScenario: (scenario: Scenario) => void;
  /**
   * Begins with any workspace: a link's, a file's, a draft's.
   * @param opened what `reset` goes back to; the workspace itself when left out
   */
  readonly open: (workspace: Workspace, opened?: Workspace) => void;
  /** Goes back to what was opened. Give the returned workspace to `restore` to undo it. */
  readonly reset: () => Workspace;
  /** Puts content back without touching `opened`: the undo of `reset`, of a fix, of a removed file. */
  readonly restore: (workspace: Workspace) => void;
  /** Replaces the text of a file that is there. @throws RangeError when it is not: a fault of the caller's */
  readonly setFile: (orm: Orm, name: string, text: string) => void;
  /** Adds an empty file; returns what is wrong with its name, and then adds nothing. */
  readonly addFile: (orm: Orm, name: string) => FileNameProblem | null;
  /** Gives a file another name; returns what is wrong with it, and then changes nothing. */
  readonly renameFile: (orm: Orm, from: string, to: string) => FileNameProblem | null;
  /** Removes a file. @throws RangeError for one that is needed (`isNeeded`) or not there */
  readonly removeFile: (orm: Orm, name: string) => void;
  readonly setDatabase: (database: StartingDatabase) => void;
  readonly rename: (name: string) => void;
  /** For whoever saves it; views only read `saving`. */
  readonly setSaving: (saving: Saving) => void;
}

export type WorkspaceStore = StoreApi<WorkspaceState>;
