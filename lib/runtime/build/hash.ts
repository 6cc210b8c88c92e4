import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** SHA-256 in hexadecimal digits of the parts, each told apart from the next by its length. */
export function sha256Of(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    if (parts.length > 1) hash.update(`${part.length}:`);
    hash.update(part);
  }
  return hash.digest('hex');
}

/**
 * Paths of all files under a directory, sorted, relative to it, with `/` between names.
 * @param wanted tells by its relative path whether a file is taken
 */
export async function filesUnder(directory: string, wanted: (path: string) => boolean): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter(wanted)
    .sort();
}

/** SHA-256 over names and contents of the wanted files under a directory. */
export async function hashOfFiles(directory: string, wanted: (path: string) => boolean): Promise<string> {
  const parts: (string | Uint8Array)[] = [];
  for (const path of await filesUnder(directory, wanted))
    parts.push(path, await readFile(join(directory, path)));
  return sha256Of('files', ...parts);
}
