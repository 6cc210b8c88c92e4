import type { Orm } from '../../orm/orm';
import { DEFAULT_LIMITS } from '../contract';
import { startInterpreter } from '../interpreter';
import { lendSnapshot } from '../snapshot-loan';
import { type Answer, type Questions, readReply, type Tool, writeQuestion } from '../tools/tools';
import type { Runtime } from './load-runtime';
import { createNodeHost } from './node-host';

/**
 * Asks about code as the page does, in a fresh interpreter of the snapshot, in a thread of this process.
 * @throws EngineStartError when the interpreter does not come up
 */
export async function askInNode<T extends Tool>(
  runtime: Runtime,
  tool: T,
  orm: Orm,
  question: Questions[T],
): Promise<Answer<T>> {
  const copyOf = async (role: Parameters<Runtime['bytes']>[0]): Promise<ArrayBuffer> =>
    new Uint8Array(await runtime.bytes(role)).buffer;
  const interpreter = await startInterpreter(createNodeHost(await runtime.bytes('engine-worker')), {
    snapshot: lendSnapshot(() => copyOf('snapshot')),
    core: await runtime.core(),
    archives: { stdlib: await copyOf('stdlib-rest'), packages: await copyOf('packages-rest') },
    memoryBytes: DEFAULT_LIMITS.memoryBytes,
  });
  return readReply(tool, await interpreter.ask(writeQuestion(tool, orm, question)));
}
