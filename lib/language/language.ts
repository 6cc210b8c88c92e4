import type { Orm } from '../orm/orm';
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
}

/** What a language server tells the page. */
export interface LanguageListeners {
  readonly onProblems: (orm: Orm, file: string, problems: readonly CodeProblem[]) => void;
  /** Its worker has failed after it had started; nothing more is to be had from it. */
  readonly onDeath: (why: string) => void;
}

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
  const [script, files] = await Promise.all([load('language-server'), load('language-files')]);
  const worker = startWorker(script, { name: 'language-server' });
  try {
    const server = await startLanguageServer(worker, files.buffer);
    worker.onDeath(onDeath);
    const open = (orm: Orm): Project =>
      openProject(server, orm, (file, problems) => onProblems(orm, file, problems));
    return {
      projects: { django: open('django'), sqlalchemy: open('sqlalchemy') },
      startMs: performance.now() - began,
      packageFile: server.packageFile,
    };
  } catch (error) {
    worker.terminate();
    throw error;
  }
}
