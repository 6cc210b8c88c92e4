/** The script that makes a database has an error. The message is a sentence for the person who wrote it. */
export class ImageError extends Error {
  override readonly name = 'ImageError';

  /** @param why SQLite's own words, as `near "X": syntax error` */
  constructor(readonly why: string) {
    super(`The SQL of the starting data cannot be run: ${why}.`);
  }
}
