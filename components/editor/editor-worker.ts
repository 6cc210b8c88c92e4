import { openVerifiedFiles } from '@/lib/runtime/assets/verified-files';
import { RUNTIME_FILES } from '@/lib/util/runtime-files';

let url: Promise<string> | null = null;

/**
 * Starts a worker of the editor's, from a `blob:` address as the page's policy demands, with a script
 * that is checked by its hash.
 * @throws AssetMissingError, AssetDamagedError, ManifestError
 */
export async function startEditorWorker(name: string): Promise<Worker> {
  url ??= loadScript();
  try {
    return new Worker(await url, { name });
  } catch (error) {
    url = null;
    throw error;
  }
}

async function loadScript(): Promise<string> {
  const { load } = await openVerifiedFiles(RUNTIME_FILES);
  return URL.createObjectURL(new Blob([await load('editor-worker')], { type: 'text/javascript' }));
}
