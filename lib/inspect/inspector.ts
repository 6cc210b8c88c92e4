import { createBlobHost } from '../runtime/blob-host';
import type { ImageTable, TableComparison } from '../trace/equivalence/image';
import { type Asker, type AskerParts, createAsker } from './asker';
import type { Changes } from './changes/changes';
import { type Imported, tooLarge } from './import/imported';
import { TookTooLongError } from './inspector-error';
import { loadInspector } from './load-inspector';
import { type InspectorLimits, type OpenImage, openImage } from './open-image';

const LIMITS: InspectorLimits = { queryMs: 5_000, readMs: 10_000, wholeMs: 30_000 };
const DEFAULT_CHANGED_ROWS = 200;

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
  /**
   * Makes a starting image of a file that a person chose: a SQLite database, an SQL script, or a CSV table.
   * @returns the image, or a sentence that says what the file is and that nothing was changed
   * @throws RuntimeError when the inspector cannot be had from the site
   */
  readonly importFile: (file: File) => Promise<Imported>;
  /**
   * Compares two images of one database: rows by primary key (rowid without one), and the schema.
   * @param limitRows how many rows of each kind are given for each table; all are counted
   * @throws InspectorError when one of them cannot be read
   */
  readonly changesBetween: (before: Uint8Array, after: Uint8Array, limitRows?: number) => Promise<Changes>;
  /**
   * Takes all tables out of an image, with all rows and whole values, to be compared with those of another.
   * @throws InspectorError when it cannot be read
   */
  readonly tablesOf: (image: Uint8Array) => Promise<ImageTable[]>;
  /**
   * Compares the databases of both sides, table by table and row by row.
   * @param mostRows how many rows of each kind are given for each table; all are counted
   * @throws InspectorError when one of them cannot be read
   */
  readonly compareImages: (
    django: Uint8Array,
    sqlalchemy: Uint8Array,
    mostRows?: number,
  ) => Promise<TableComparison[]>;
  /**
   * Opens an image to look into it; close it when it is looked at no more.
   * @throws InspectorError when the bytes are no database, or a damaged one
   */
  readonly openImage: (image: Uint8Array) => Promise<OpenImage>;
  /** Ends the worker and frees its memory; the next question starts another, also for images that are open. */
  readonly close: () => void;
}

/**
 * Makes an inspector; nothing is loaded until it is asked something.
 * @param base the folder of the runtime files, ending in a slash: `/runtime/`
 */
export function createInspector(base: string): Inspector {
  return inspectorFrom(async () => {
    const { script, module } = await loadInspector(base);
    return { host: createBlobHost(script, 'inspector'), module };
  });
}

/** Makes an inspector of other parts, and with other limits, as tests have. */
export function inspectorFrom(load: () => Promise<AskerParts>, limits: InspectorLimits = LIMITS): Inspector {
  const asker: Asker = createAsker(load);
  let images = 0;
  return {
    imageFromSql: (sql) => asker.ask(limits.wholeMs, 'imageFromSql', sql),
    importFile: async (file) => {
      const refused = tooLarge(file.size);
      if (refused !== null) return refused;
      const bytes = new Uint8Array(await file.arrayBuffer());
      try {
        return await asker.ask(limits.wholeMs, 'importFile', file.name, bytes);
      } catch (error) {
        if (error instanceof TookTooLongError) return { kind: 'refused', message: error.message };
        throw error;
      }
    },
    changesBetween: (before, after, limitRows = DEFAULT_CHANGED_ROWS) =>
      asker.ask(limits.wholeMs, 'changesBetween', before, after, limitRows),
    tablesOf: (image) => asker.ask(limits.wholeMs, 'tablesOf', image),
    compareImages: (django, sqlalchemy, mostRows = DEFAULT_CHANGED_ROWS) =>
      asker.ask(limits.wholeMs, 'compareImages', django, sqlalchemy, mostRows),
    openImage: (image) => {
      images += 1;
      return openImage(asker, limits, images, image);
    },
    close: asker.close,
  };
}
