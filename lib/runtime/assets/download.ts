import { AssetDamagedError } from '../errors/asset-damaged-error';
import { AssetMissingError } from '../errors/asset-missing-error';
import type { Asset } from '../manifest';
import { sha256Hex } from './sha256';

/**
 * Downloads one file as it lies on the host and checks it by its hash.
 *
 * @param base the folder of the runtime files, ending in a slash
 * @param onBytes told of each piece's length as it arrives
 * @throws AssetMissingError, AssetDamagedError
 */
export async function download(
  base: string,
  { file, storedBytes, storedSha256 }: Asset,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const stored = new Uint8Array(storedBytes);
  let received = 0;
  for await (const piece of pieces(await open(`${base}${file}`, file), file)) {
    if (received + piece.length > storedBytes) throw new AssetDamagedError(file);
    stored.set(piece, received);
    received += piece.length;
    onBytes(piece.length);
  }
  if (received !== storedBytes || (await sha256Hex(stored)) !== storedSha256)
    throw new AssetDamagedError(file);
  return stored;
}

/**
 * Asks the site for a file.
 * @param cache how the browser's own cache is used; a name with a content hash never needs asking again
 * @throws AssetMissingError
 */
export async function open(url: string, file: string, cache: RequestCache = 'default'): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { cache });
  } catch {
    throw new AssetMissingError(file, null);
  }
  if (!response.ok) throw new AssetMissingError(file, response.status);
  return response;
}

/** The pieces as they come; a connection that breaks is told apart from a file that is not whole. */
async function* pieces({ body }: Response, file: string): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new AssetMissingError(file, null);
      });
      if (done) return;
      yield value;
    }
  } finally {
    // When the file turned out longer than it should be, the rest is not downloaded.
    void reader.cancel().catch(() => {});
  }
}
