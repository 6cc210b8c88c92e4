import { answer, createCommands, fault } from '../commands';
import type { AskMessage, StartMessage } from '../contract';
import { type Sqlite, startSqlite } from '../sqlite/sqlite';

/**
 * The inspector's worker: SQLite, apart from the page because it cannot be interrupted. It is handed
 * a port in its first message, SQLite's code in the first over that, and then answers one question after the other.
 */
globalThis.addEventListener(
  'message',
  ({ data }: MessageEvent<{ port: MessagePort }>) => {
    const { port } = data;
    port.onmessage = ({ data: start }: MessageEvent<StartMessage>) => serve(port, startSqlite(start.module));
  },
  { once: true },
);

function serve(port: MessagePort, starting: Promise<Sqlite>): void {
  const ready = starting.then(createCommands);
  port.onmessage = async ({ data }: MessageEvent<AskMessage>) => {
    const answered = ready.then(
      (commands) => answer(commands, data),
      (error: unknown) => fault(data.id, error),
    );
    port.postMessage(await answered);
  };
}
