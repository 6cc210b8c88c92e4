import type { StoreApi } from 'zustand/vanilla';
import type { Formatted } from '../../language/formatter';
import type { KnownModels } from '../../language/lookups/look-up';
import type { FilePlace } from '../../language/place';
import type { CodeProblem } from '../../language/problems/code-problem';
import type { Project } from '../../language/project';
import type { Orm } from '../../orm/orm';

/** Where the language server stands. */
export type ServerState =
  /** Nobody has edited anything: nothing of it is loaded. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'starting' }
  | {
      readonly kind: 'ready';
      /** From the first edit until it could be asked, in milliseconds. */
      readonly startMs: number;
    }
  /** The sentence says that there is no help while typing, and that all else works. */
  | { readonly kind: 'failed'; readonly sentence: string };

/** A place that a person asked to be taken to. */
export interface Destination extends FilePlace {
  readonly orm: Orm;
}

/** Help while code is written: problems by side and file, and what editors ask. */
export interface HelpState {
  readonly server: ServerState;
  /** What is wrong with a side's files, by name, known without a run. */
  readonly problems: Readonly<Record<Orm, Readonly<Record<string, readonly CodeProblem[]>>>>;
  readonly models: Readonly<Record<Orm, KnownModels>>;
  /** The models of a side once they were loaded for the first time, or could not be. */
  readonly loadedModels: (orm: Orm) => Promise<KnownModels>;
  /** Null once it was reached. */
  readonly destination: Destination | null;
  /**
   * Somebody begins to edit a side: loads the server, and follows the side's files from now on. Of a server
   * that has failed this alone starts another.
   */
  readonly begin: (orm: Orm) => void;
  /** The side's project, once the server is there; null where there is none to be had. */
  readonly projectOf: (orm: Orm) => Promise<Project | null>;
  /** The text of a package's file; null when it is not known. */
  readonly packageFile: (path: string) => Promise<string | null>;
  /** Lays out Python; the formatter is loaded for the first text. @throws RuntimeError when it cannot be had */
  readonly format: (text: string) => Promise<Formatted>;
  readonly goTo: (orm: Orm, place: FilePlace) => void;
  readonly arrive: () => void;
}

export type HelpStore = StoreApi<HelpState>;
