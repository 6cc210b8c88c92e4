/** The runtime cannot be built; the message is a sentence that says why and what to do. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}
