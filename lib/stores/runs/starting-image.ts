import { assertNever } from '../../util/assert-never';
import type { StartingDatabase } from '../workspace/workspace';

/** Gives the SQLite image of a starting database, null for an empty one. @throws what `imageFromSql` throws */
export type ImageOf = (database: StartingDatabase) => Promise<Uint8Array | null>;

/**
 * Makes images, and keeps the last one: runs mostly begin from the same.
 * @param imageFromSql makes one from an SQL script
 */
export function createImageOf(imageFromSql: (sql: string) => Promise<Uint8Array>): ImageOf {
  let last: { readonly sql: string; readonly image: Promise<Uint8Array> } | null = null;
  const fromSql = async (sql: string): Promise<Uint8Array> => {
    if (last?.sql !== sql) last = { sql, image: imageFromSql(sql) };
    const mine = last;
    try {
      return await mine.image;
    } catch (error) {
      if (last === mine) last = null;
      throw error;
    }
  };
  return async (database) => {
    switch (database.kind) {
      case 'empty':
        return null;
      case 'dataset':
        return fromSql(database.sql);
      case 'image':
        return database.bytes;
      default:
        return assertNever(database);
    }
  };
}
