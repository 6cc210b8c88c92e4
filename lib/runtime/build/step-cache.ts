import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE } from './paths';

const DIRECTORY = join(CACHE, 'runtime');

/**
 * The bytes of a build step, made only when its key is new. One result is kept per name.
 *
 * @param name what is made, also the first part of the file name
 * @param key hash of everything that the result depends on
 * @param make makes the bytes
 */
export async function cached(
  name: string,
  key: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const file = `${name}-${key.slice(0, 16)}.bin`;
  await mkdir(DIRECTORY, { recursive: true });
  const known = await readdir(DIRECTORY);
  if (known.includes(file)) return readFile(join(DIRECTORY, file));
  const bytes = await make();
  for (const old of known.filter((other) => isOf(name, other))) await rm(join(DIRECTORY, old));
  await writeFile(join(DIRECTORY, `${file}.part`), bytes);
  await rename(join(DIRECTORY, `${file}.part`), join(DIRECTORY, file));
  return bytes;
}

function isOf(name: string, file: string): boolean {
  return file.startsWith(`${name}-`) && /^[0-9a-f]{16}\.bin/.test(file.slice(name.length + 1));
}
