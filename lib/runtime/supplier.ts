import { ORMS } from '../orm/orm';
import { type Assets, loadAssets } from './assets/assets';
import type { AssetProgress } from './assets/progress';
import { createBlobHost } from './blob-host';
import { missingFeatures } from './browser-support';
import { DEFAULT_LIMITS } from './contract';
import type { Boot } from './engine-state';
import { EngineStartError } from './errors/engine-start-error';
import { UnsupportedBrowserError } from './errors/unsupported-browser-error';
import { createHeadStart } from './head-start';
import type { Host } from './host';
import { type Interpreter, startInterpreter } from './interpreter';
import { type BorrowSnapshot, lendSnapshot } from './snapshot-loan';

/** An interpreter and how it came up. */
export interface Supplied {
  readonly interpreter: Interpreter;
  readonly boot: Boot;
}

/** Gives fresh interpreters; the files behind them are loaded once, when the first is asked for. */
export interface Supplier {
  /**
   * Starts an interpreter, from the snapshot or, once that has failed, without.
   * @param onProgress told of the download while this one has to wait for it
   * @throws RuntimeError (as a rejection); asking again tries again
   */
  readonly supply: (onProgress: (progress: AssetProgress) => void) => Promise<Supplied>;
}

/** What a supplier is made of; the page gives the first, tests all of them. */
export interface SupplierParts {
  /** The folder of the runtime files, ending in a slash. */
  readonly base: string;
  readonly makeHost?: (script: Uint8Array<ArrayBuffer>) => Host;
  readonly load?: typeof loadAssets;
  readonly missing?: () => readonly string[];
}

interface Stock {
  readonly assets: Assets;
  readonly host: Host;
  readonly borrow: BorrowSnapshot;
}

/** Makes a supplier; nothing is loaded yet. */
export function createSupplier(parts: SupplierParts): Supplier {
  const { base, makeHost = createBlobHost, load = loadAssets, missing = missingFeatures } = parts;
  const listeners = new Set<(progress: AssetProgress) => void>();
  let stock: Promise<Stock> | null = null;
  let boot: Boot = { how: 'snapshot' };

  const stockUp = async (): Promise<Stock> => {
    const lacking = missing();
    if (lacking.length > 0) throw new UnsupportedBrowserError(lacking);
    const onProgress = (progress: AssetProgress): void => {
      for (const listener of listeners) listener(progress);
    };
    const early = createHeadStart(makeHost, ORMS.length);
    try {
      const assets = await load(base, onProgress, early.begin);
      return { assets, host: early.begin(assets.worker), borrow: lendSnapshot(assets.snapshot) };
    } catch (error) {
      early.dismiss();
      throw error;
    }
  };
  const stocked = async (): Promise<Stock> => {
    stock ??= stockUp();
    try {
      return await stock;
    } catch (error) {
      stock = null;
      throw error;
    }
  };
  const start = async (): Promise<Supplied> => {
    const { assets, host, borrow } = await stocked();
    const common = { core: assets.core, memoryBytes: DEFAULT_LIMITS.memoryBytes };
    if (boot.how === 'snapshot') {
      try {
        const parts = { ...common, snapshot: borrow, archives: assets.rest };
        return { interpreter: await startInterpreter(host, parts), boot: { how: 'snapshot' } };
      } catch (error) {
        if (!(error instanceof EngineStartError)) throw error;
        boot = { how: 'plain', why: error.why };
      }
    }
    const parts = { ...common, snapshot: null, archives: await assets.whole() };
    return { interpreter: await startInterpreter(host, parts), boot };
  };

  return {
    supply: async (onProgress) => {
      listeners.add(onProgress);
      try {
        return await start();
      } finally {
        listeners.delete(onProgress);
      }
    },
  };
}
