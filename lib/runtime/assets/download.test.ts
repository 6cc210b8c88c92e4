import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AssetDamagedError } from '../errors/asset-damaged-error';
import { AssetMissingError } from '../errors/asset-missing-error';
import type { Asset } from '../manifest';
import { download } from './download';
import { createUnpacker } from './unpacker';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const RAW = new Uint8Array(100_000).map((_, index) => index % 251);

function assetFor(stored: Uint8Array, compression: Asset['compression'] = 'none'): Asset {
  return {
    role: 'core',
    file: 'core-0.bin',
    compression,
    storedBytes: stored.length,
    storedSha256: sha256(stored),
    rawBytes: RAW.length,
    rawSha256: sha256(RAW),
  };
}

/** The next answer of the site, in pieces, or broken off after them. */
function answer(pieces: readonly Uint8Array[], { status = 200, breaks = false } = {}): void {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      if (!breaks) controller.close();
    },
    pull(controller) {
      if (breaks) controller.error(new TypeError('network error'));
    },
  });
  vi.stubGlobal('fetch', async () => new Response(body, { status }));
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('downloading a file', () => {
  it('gives the bytes and tells of each piece', async () => {
    const pieces: number[] = [];
    answer([RAW.slice(0, 40_000), RAW.slice(40_000)]);
    expect(await download('/runtime/', assetFor(RAW), (bytes) => pieces.push(bytes))).toEqual(RAW);
    expect(pieces).toEqual([40_000, 60_000]);
  });

  it.each([
    ['too short', [RAW.slice(1)]],
    ['too long', [RAW, new Uint8Array(1)]],
    ['of other content', [RAW.toReversed()]],
    ['empty', []],
  ])('refuses a file that is %s, by name', async (_how, pieces) => {
    answer(pieces);
    const downloading = download('/runtime/', assetFor(RAW), () => {});
    await expect(downloading).rejects.toThrow(AssetDamagedError);
    await expect(downloading).rejects.toThrow('core-0.bin');
  });

  it('says the status when the site does not have it', async () => {
    answer([], { status: 404 });
    await expect(download('/runtime/', assetFor(RAW), () => {})).rejects.toThrow('status 404');
  });

  it('tells a broken connection from a damaged file', async () => {
    answer([RAW.slice(0, 10)], { breaks: true });
    await expect(download('/runtime/', assetFor(RAW), () => {})).rejects.toThrow(AssetMissingError);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    await expect(download('/runtime/', assetFor(RAW), () => {})).rejects.toThrow('Check your connection');
  });
});

describe('unpacking a file', () => {
  const unpack = createUnpacker(() => Promise.reject(new Error('No worker is needed for these.')));

  it('leaves alone what is not packed, and unpacks gzip', async () => {
    expect(await unpack(assetFor(RAW), RAW)).toBe(RAW);
    const stored = new Uint8Array(gzipSync(RAW));
    expect(await unpack(assetFor(stored, 'gzip'), stored)).toEqual(RAW);
  });

  it('refuses what cannot be unpacked, or unpacks to another length', async () => {
    const junk = new Uint8Array([1, 2, 3]);
    await expect(unpack(assetFor(junk, 'gzip'), junk)).rejects.toThrow(AssetDamagedError);
    const short = new Uint8Array(gzipSync(RAW.slice(1)));
    await expect(unpack(assetFor(short, 'gzip'), short)).rejects.toThrow(AssetDamagedError);
  });
});
