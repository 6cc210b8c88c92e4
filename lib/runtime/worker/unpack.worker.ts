import { decompress } from 'fzstd';

/**
 * Unpacks Zstandard files beside the page: half a second for the snapshot, which would hold up
 * everything a person does meanwhile. Answers each message in turn; the buffers are moved, not cloned.
 */

/** What it is asked: `id` comes back with the answer. */
export interface UnpackRequest {
  readonly id: number;
  readonly stored: ArrayBuffer;
  readonly rawBytes: number;
}

/** What it answers; `raw` is null when the bytes cannot be unpacked. */
export interface UnpackAnswer {
  readonly id: number;
  readonly raw: ArrayBuffer | null;
}

globalThis.addEventListener('message', ({ data }: MessageEvent<UnpackRequest>) => {
  const raw = unpack(data);
  const answer: UnpackAnswer = { id: data.id, raw };
  globalThis.postMessage(answer, { transfer: raw === null ? [] : [raw] });
});

function unpack({ stored, rawBytes }: UnpackRequest): ArrayBuffer | null {
  const raw = new Uint8Array(rawBytes);
  try {
    const unpacked = decompress(new Uint8Array(stored), raw);
    return unpacked.length === rawBytes ? raw.buffer : null;
  } catch {
    return null;
  }
}
