import './no-stack-traces';
import { assertNever } from '../../util/assert-never';
import type { FromWorker, ToWorker } from '../contract';
import { ask } from './ask';
import { boot, type Engine } from './boot';
import { sentenceOf } from './death';
import type { SnapshotSource } from './pyodide-options';
import { run } from './run';

/**
 * An engine's worker: boots one interpreter, runs one program or answers one question, and is then thrown away. It is handed
 * a private port in its first message and speaks over nothing else; after the boot, nothing else is
 * left in its realm to speak with.
 */

type Phase = Extract<FromWorker, { type: 'fatal' }>['phase'];

globalThis.addEventListener('message', onPort, { once: true });

function onPort({ data }: MessageEvent<{ type: 'port'; port: MessagePort }>): void {
  serve(data.port);
}

function serve(port: MessagePort): void {
  // Taken now: what the program does to prototypes later does not change it.
  const send = port.postMessage.bind(port);
  const post = (message: FromWorker, transfer: Transferable[] = []): void => send(message, transfer);
  const die = (phase: Phase, error: unknown, engine: Engine | null): void =>
    post({ type: 'fatal', phase, message: sentenceOf(error), witness: engine?.witness.take() ?? {} });

  let arrived: (snapshot: ArrayBuffer) => void = () => {};
  const giveBack = (snapshot: ArrayBuffer): void => post({ type: 'snapshot-back', snapshot }, [snapshot]);
  const sourceOf = (snapshot: ArrayBuffer | 'on-request' | null): SnapshotSource | null => {
    if (snapshot === null) return null;
    if (snapshot !== 'on-request') return { take: async () => snapshot, giveBack };
    const take = () =>
      new Promise<ArrayBuffer>((resolve) => {
        arrived = resolve;
        post({ type: 'snapshot-wanted' });
      });
    return { take, giveBack };
  };

  let engine: Engine | null = null;
  port.onmessage = async ({ data }: MessageEvent<ToWorker>): Promise<void> => {
    switch (data.type) {
      case 'boot':
        try {
          engine = await boot(data, sourceOf(data.snapshot));
          post(engine.booted);
        } catch (error) {
          die('boot', error, null);
        }
        return;
      case 'snapshot':
        arrived(data.snapshot);
        return;
      case 'run':
        try {
          if (engine === null) throw new Error('it was asked to run before it had started');
          run(engine, data.request, data.image, post);
        } catch (error) {
          die('run', error, engine);
        }
        return;
      case 'ask':
        try {
          if (engine === null) throw new Error('it was asked a question before it had started');
          ask(engine, data, post);
        } catch (error) {
          die('ask', error, engine);
        }
        return;
      default:
        assertNever(data);
    }
  };
}
