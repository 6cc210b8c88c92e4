import { readFile } from 'node:fs/promises';
import { MessageChannel, Worker } from 'node:worker_threads';
import { bundleInspectorWorker } from '../../runtime/build/bundle';
import { INSPECTOR_WASM } from '../../runtime/build/paths';
import type { AskerParts } from '../asker';

/** The inspector's own worker, as it is published, in threads of Node; for tests. */
export async function threadParts(): Promise<AskerParts> {
  const workerData = new TextDecoder().decode(await bundleInspectorWorker());
  const module = await WebAssembly.compile(new Uint8Array(await readFile(INSPECTOR_WASM)));
  return {
    module,
    host: {
      spawn: (onDeath) => {
        const script = new URL('../../runtime/node/engine-thread.mjs', import.meta.url);
        const thread = new Worker(script, { workerData, env: {}, execArgv: [], stdout: true, stderr: true });
        const { port1: port, port2: theirs } = new MessageChannel();
        const died = (error: Error): void => onDeath(error.message);
        thread.once('error', died);
        thread.postMessage({ type: 'port', port: theirs }, [theirs]);
        return {
          port: port as unknown as MessagePort,
          terminate: () => {
            thread.off('error', died);
            port.close();
            void thread.terminate();
          },
        };
      },
    },
  };
}
