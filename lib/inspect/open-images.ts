import type { Database } from 'sql.js';
import type { ImageId } from './contract';
import { readSchema } from './image/read-schema';
import type { Schema, Table } from './image/schema';
import { InspectorError, NotOpenError } from './inspector-error';
import { openDatabase, refusalOf, type Sqlite } from './sqlite/sqlite';

/** An image that is being looked at. */
export interface OpenedImage {
  readonly bytes: Uint8Array;
  /** For reading; what changes it works on copies. */
  readonly database: Database;
  readonly schema: Schema;
}

/** The images that are open in the worker. */
export interface OpenImages {
  /** @throws InspectorError when the bytes are no database, or a damaged one */
  readonly open: (id: ImageId, bytes: Uint8Array) => Schema;
  readonly close: (id: ImageId) => void;
  /**
   * Reads something of an image.
   * @throws NotOpenError when it is not open
   * @throws InspectorError when SQLite cannot read it
   */
  readonly read: <T>(id: ImageId, read: (image: OpenedImage) => T) => T;
}

/** Makes the place for open images; none is open yet. */
export function createOpenImages(sqlite: Sqlite): OpenImages {
  const images = new Map<ImageId, OpenedImage>();
  const close = (id: ImageId): void => {
    images.get(id)?.database.close();
    images.delete(id);
  };
  return {
    open: (id, bytes) => {
      close(id);
      const database = readable(() => openDatabase(sqlite, bytes));
      try {
        const schema = readable(() => readSchema(database));
        database.run('PRAGMA query_only = ON');
        images.set(id, { bytes, database, schema });
        return schema;
      } catch (error) {
        database.close();
        throw error;
      }
    },
    close,
    read: (id, read) => {
      const image = images.get(id);
      if (image === undefined) throw new NotOpenError();
      return readable(() => read(image));
    },
  };
}

/** Says what SQLite refuses as a sentence. */
export function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InspectorError) throw error;
    throw new InspectorError(`SQLite cannot read this: ${refusalOf(error)}.`);
  }
}

/** @throws InspectorError when there is no such table or view */
export function tableNamed({ schema }: OpenedImage, name: string): Table {
  const table = schema.tables.find((known) => known.name === name);
  if (table === undefined) throw new InspectorError(`There is no table ${name} in this database.`);
  return table;
}
