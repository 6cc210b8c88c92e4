import type { ToWorker } from '../contract';
import { armAudit } from './audit';
import { boot } from './boot';
import { functionOf } from './internals';

/**
 * For tests only, never published: starts as an engine's worker does, and answers `boot` with what an
 * audit found before the realm was stripped, and after.
 */

const audit = armAudit();

globalThis.addEventListener('message', onPort, { once: true });

function onPort({ data }: MessageEvent<{ port: MessagePort }>): void {
  const { port } = data;
  const send = port.postMessage.bind(port);
  port.onmessage = async ({ data: message }: MessageEvent<ToWorker>): Promise<void> => {
    if (message.type !== 'boot') return;
    const before = audit({ realm: {} });
    const { snapshot } = message;
    if (snapshot === 'on-request') throw new Error('An audit is given the snapshot at once.');
    const source = snapshot === null ? null : { take: async () => snapshot, giveBack: () => {} };
    const { interpreter, run } = await boot(message, source);
    const { python, internals } = interpreter;
    const held = functionOf<() => unknown>(internals.api, 'getExpectedKeys')();
    const roots = { pyodide_js: python, api: internals.api, held, run };
    const after = audit(roots, { port, module: internals.module, memory: internals.memory });
    send({ before, after });
  };
}
