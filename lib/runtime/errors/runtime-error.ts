/**
 * The runtime itself is broken or cannot be had. The message is a sentence for the person at the
 * screen: what is wrong and what to do. What their own program does wrong is never thrown.
 */
export class RuntimeError extends Error {
  override readonly name: string = 'RuntimeError';
}
