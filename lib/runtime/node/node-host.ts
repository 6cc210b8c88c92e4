import type { Host } from '../host';
import { startThread } from './start-thread';

/**
 * A host for interpreters whose places are threads of this process instead of workers of a page.
 * @param script the bytes of the engine's worker script
 */
export function createNodeHost(script: Uint8Array): Host {
  return {
    spawn: (onDeath) => {
      const thread = startThread(script);
      const { port1: port, port2: theirs } = new MessageChannel();
      let over = false;
      thread.once('error', (error) => {
        if (!over) onDeath(error.message);
      });
      thread.once('exit', () => {
        if (!over) onDeath('its thread ended');
      });
      // The channel is Node's own, whose ports the DOM's types do not know.
      thread.postMessage({ type: 'port', port: theirs }, [theirs as never]);
      return {
        port,
        terminate: () => {
          over = true;
          port.close();
          void thread.terminate();
        },
      };
    },
  };
}
