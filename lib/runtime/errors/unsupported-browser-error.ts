import { RuntimeError } from './runtime-error';

/** This browser lacks what Python needs. */
export class UnsupportedBrowserError extends RuntimeError {
  override readonly name = 'UnsupportedBrowserError';

  /** @param missing what it lacks, in words */
  constructor(readonly missing: readonly string[]) {
    super(
      `Python cannot run in this browser: it lacks ${missing.join(', ')}. Use a current Chrome, Edge, Firefox or ` +
        'Safari, over https. The recorded runs can be read here all the same.',
    );
  }
}
