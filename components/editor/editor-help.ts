import type { Formatted } from '@/lib/language/formatter';
import type { KnownModels } from '@/lib/language/lookups/look-up';
import type { FilePlace } from '@/lib/language/place';
import type { Project } from '@/lib/language/project';
import type { Orm } from '@/lib/orm/orm';

/** Help for an editor that shows a file of a side's, or the lines of a cell of it. */
export interface EditorHelp {
  readonly orm: Orm;
  readonly file: string;
  /** The line of the file in which the editor's text begins, from 1. */
  readonly firstLine: number;
  /** The file as it is now. */
  readonly fileText: () => string;
  /** Another file of the side's; empty where there is none. */
  readonly textOf: (file: string) => string;
  /** Somebody is about to edit: what help needs is loaded now. */
  readonly begin: () => void;
  /** The language server's project; null where there is none to be had. */
  readonly project: () => Promise<Project | null>;
  readonly models: () => KnownModels;
  /** The same once the models were loaded for the first time, or could not be. */
  readonly loadedModels: () => Promise<KnownModels>;
  /** The text of a file of a package; null when it is not known. */
  readonly packageFile: (path: string) => Promise<string | null>;
  /** Lays out Python. @throws when the formatter cannot be had */
  readonly format: (text: string) => Promise<Formatted>;
  /** Gives files of the side other texts. */
  readonly changeFiles: (texts: Readonly<Record<string, string>>) => void;
  /** Takes the person to a place in another editor. */
  readonly goTo: (place: FilePlace) => void;
}
