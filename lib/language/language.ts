import { ORMS, type Orm } from '../orm/orm';
import { openVerifiedFiles } from '../runtime/assets/verified-files';
import { startWorker } from './browser-worker';
import type { CodeProblem } from './problems/code-problem';
import { openProject, type Project } from './project';
import { startLanguageServer } from './server/language-server';

/** Both sides' projects in a language server that has started. */
export interface Language {
  readonly projects: Readonly<Record<Orm, Project>>;
  /** From when it was wanted until it could be asked, in milliseconds. */
  readonly startMs: number;
  /** The text of a file of a package; null when there is none at that path. */
  readonly packageFile: (path: string) => Promise<string | null>;
  readonly close: () => void;
}

/** What a language server tells the page. */
export interface LanguageListeners {
  readonly onProblems: (orm: Orm, file: string, problems: readonly CodeProblem[]) => void;
  /** Its worker has failed; nothing more is to be had from it. */
  readonly onDeath: (why: string) => void;
}

const ROLES = ['language-server', 'language-files'] as const;

/**
 * Downloads the language server, some 2 MB, checks it, and starts it in a worker of its own.
 * @param base the folder of the runtime files, ending in a slash
 * @throws AssetMissingError, AssetDamagedError, ManifestError, LanguageServerError
 */
export async function startLanguage(
  base: string,
  { onProblems, onDeath }: LanguageListeners,
): Promise<Language> {
  const began = performance.now();
  const { load } = await openVerifiedFiles(base);
  const [script, files] = await Promise.all(ROLES.map((role) => load(role)));
  if (script === undefined || files === undefined) throw new TypeError('Two files were asked for.');
  const worker = startWorker(script, { name: 'language-server' }, onDeath);
  const server = await startLanguageServer(worker, files.buffer);
  const [django, sqlalchemy] = ORMS.map((orm) =>
    openProject(server, orm, (file, problems) => onProblems(orm, file, problems)),
  );
  if (django === undefined || sqlalchemy === undefined) throw new TypeError('There are two sides.');
  return {
    projects: { django, sqlalchemy },
    startMs: performance.now() - began,
    packageFile: server.packageFile,
    close: () => {
      server.connection.end('The language server was closed.');
      worker.terminate();
    },
  };
}
