import { RuntimeError } from './runtime-error';

/** The files are there and whole, but no interpreter started from them. */
export class EngineStartError extends RuntimeError {
  override readonly name = 'EngineStartError';

  /** @param why a sentence that says what happened */
  constructor(readonly why: string) {
    super(`Python could not start in this browser. ${why} Close other tabs and try again.`);
  }
}
