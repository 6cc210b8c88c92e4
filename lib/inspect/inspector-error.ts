/** The inspector failed, or cannot read what it was given. The message is a sentence for the person at the screen. */
export class InspectorError extends Error {
  override readonly name: string = 'InspectorError';
}

/** SQLite was at it for too long and was stopped. */
export class TookTooLongError extends InspectorError {
  override readonly name = 'TookTooLongError';

  /** @param limitMs how long it was let run */
  constructor(limitMs: number) {
    super(`This took longer than ${limitMs / 1000} s and was stopped. Nothing was changed.`);
  }
}

/** The worker does not have the image that it was asked about. */
export class NotOpenError extends InspectorError {
  override readonly name = 'NotOpenError';

  constructor() {
    super('This database is not open.');
  }
}
