import { createBlobHost } from '../runtime/blob-host';
import { createAsker } from './asker';
import { loadInspector } from './load-inspector';

/** How long making an image may take, in ms. */
const SCRIPT_LIMIT_MS = 30_000;

/** Reads and makes SQLite databases, in a worker of its own; loaded when first asked. */
export interface Inspector {
  /**
   * Makes the SQLite database that both sides start from.
   * @param sql a script of any number of statements
   * @returns the bytes of a database file
   * @throws ImageError when SQLite refuses the script; the message is a sentence with SQLite's words
   * @throws InspectorError when it takes too long
   * @throws RuntimeError when the inspector cannot be had from the site
   */
  readonly imageFromSql: (sql: string) => Promise<Uint8Array>;
  /** Ends the worker and frees its memory; the next question starts another. */
  readonly close: () => void;
}

/**
 * Makes an inspector; nothing is loaded until it is asked something.
 * @param base the folder of the runtime files, ending in a slash: `/runtime/`
 */
export function createInspector(base: string): Inspector {
  const asker = createAsker(async () => {
    const { script, module } = await loadInspector(base);
    return { host: createBlobHost(script, 'inspector'), module };
  });
  return {
    imageFromSql: (sql) => asker.ask(SCRIPT_LIMIT_MS, 'imageFromSql', sql),
    close: asker.close,
  };
}
