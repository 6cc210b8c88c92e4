/** The code that starts engines did not arrive. The message is a sentence for the person at the screen. */
export class EnginesUnreachableError extends Error {
  override readonly name = 'EnginesUnreachableError';

  constructor(cause: unknown) {
    super('The engines could not be loaded from the site. Check your connection and try again.', { cause });
  }
}
