/** The most that can be opened, in bytes. */
export const IMPORT_LIMIT_BYTES = 32 * 1024 * 1024;

/** What became of a file that a person opened. */
export type Imported =
  | {
      readonly kind: 'image';
      /** The bytes of a database file. */
      readonly image: Uint8Array;
      /** What the file was. */
      readonly from: 'sqlite' | 'sql' | 'csv';
      /** Sentences that a person should know about it. */
      readonly notes: readonly string[];
    }
  /** It could not be used; `message` says what it is, and that nothing was changed. */
  | { readonly kind: 'refused'; readonly message: string };

/** The refusal of a file that is too large, null for one that is not; known before it is read. */
export function tooLarge(sizeBytes: number): Imported | null {
  if (sizeBytes <= IMPORT_LIMIT_BYTES) return null;
  const [size, limit] = [sizeBytes, IMPORT_LIMIT_BYTES].map((bytes) => Math.ceil(bytes / 1024 / 1024));
  return {
    kind: 'refused',
    message: `This file has ${size} MB, and at most ${limit} MB can be opened here. Nothing was changed.`,
  };
}

/** A file that cannot be used. The message is a sentence about it. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
}
