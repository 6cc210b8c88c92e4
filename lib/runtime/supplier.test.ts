import { describe, expect, it, vi } from 'vitest';
import type { Assets, loadAssets } from './assets/assets';
import { EngineStartError } from './errors/engine-start-error';
import { UnsupportedBrowserError } from './errors/unsupported-browser-error';
import type { Host } from './host';
import { createSupplier } from './supplier';

const VERSIONS = { python: '3', sqlite: '3', pyodide: '3', django: '6', sqlalchemy: '2', alembic: '1' };
const ARCHIVES = { stdlib: new ArrayBuffer(1), packages: new ArrayBuffer(1) };

/** A host whose workers boot plainly, and from the snapshot only when it is a good one. */
function fakes({ goodSnapshot = true, missing = [] as string[] } = {}) {
  const asked: unknown[] = [];
  const spawn = vi.fn();
  const host: Host = {
    spawn: () => {
      spawn();
      const port = {
        onmessage: null as ((event: { data: unknown }) => void) | null,
        postMessage: (message: { type: string; snapshot: unknown }) => {
          if (message.type !== 'boot') return;
          asked.push(message.snapshot);
          const plain = message.snapshot === null;
          const data =
            plain || goodSnapshot
              ? { type: 'booted', versions: VERSIONS, memoryBytes: 1, how: plain ? 'plain' : 'snapshot' }
              : { type: 'fatal', phase: 'boot', message: 'Snapshot build id mismatch', witness: {} };
          queueMicrotask(() => port.onmessage?.({ data }));
        },
      };
      return { port: port as unknown as MessagePort, terminate: () => {} };
    },
  };
  const assets: Assets = {
    core: {} as WebAssembly.Module,
    snapshot: async () => new ArrayBuffer(1),
    rest: ARCHIVES,
    worker: new Uint8Array(1),
    whole: vi.fn(async () => ARCHIVES),
  };
  const load = vi.fn<typeof loadAssets>(async () => assets);
  const supplier = createSupplier({ base: '/runtime/', makeHost: () => host, load, missing: () => missing });
  return { supplier, asked, load, assets, spawn };
}

const ignore = (): void => {};

describe('the supplier of interpreters', () => {
  it('loads the files once, and starts from the snapshot', async () => {
    const { supplier, load, assets } = fakes();
    const [first, second] = await Promise.all([supplier.supply(ignore), supplier.supply(ignore)]);
    expect(first.boot).toEqual({ how: 'snapshot' });
    expect(second.boot).toEqual({ how: 'snapshot' });
    expect(load).toHaveBeenCalledOnce();
    expect(assets.whole).not.toHaveBeenCalled();
  });

  it('starts plainly when the snapshot cannot be restored, says why, and does not try it again', async () => {
    const { supplier, asked } = fakes({ goodSnapshot: false });
    const why = { how: 'plain', why: 'Snapshot build id mismatch' };
    expect((await supplier.supply(ignore)).boot).toEqual(why);
    expect((await supplier.supply(ignore)).boot).toEqual(why);
    expect(asked).toEqual(['on-request', null, null]);
  });

  it('tries to load again after a failure', async () => {
    const { supplier, load } = fakes();
    load.mockRejectedValueOnce(new EngineStartError('offline'));
    await expect(supplier.supply(ignore)).rejects.toThrow('offline');
    expect((await supplier.supply(ignore)).boot.how).toBe('snapshot');
  });

  it('starts no worker when the script arrives after another file has failed', async () => {
    const { supplier, load, assets, spawn } = fakes();
    let arrive: (script: Assets['worker']) => void = () => {};
    load.mockImplementationOnce(async (_base, _onProgress, onWorker = ignore) => {
      arrive = onWorker;
      throw new EngineStartError('offline');
    });
    await expect(supplier.supply(ignore)).rejects.toThrow('offline');
    arrive(assets.worker);
    expect(spawn).not.toHaveBeenCalled();
  });

  it('says what the browser lacks before it loads anything', async () => {
    const { supplier, load } = fakes({ missing: ['WebAssembly'] });
    await expect(supplier.supply(ignore)).rejects.toThrow(UnsupportedBrowserError);
    await expect(supplier.supply(ignore)).rejects.toThrow('it lacks WebAssembly');
    expect(load).not.toHaveBeenCalled();
  });
});
