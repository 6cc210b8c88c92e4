import { RuntimeError } from './runtime-error';

/** A file of the runtime is not the one that was built: its hash or its form is another. */
export class AssetDamagedError extends RuntimeError {
  override readonly name = 'AssetDamagedError';

  /** @param file its name */
  constructor(readonly file: string) {
    super(
      `The file ${file}, which this page needs, arrived damaged, so nothing of it was run. Try again; ` +
        'if that does not help, something between you and the site changes it.',
    );
  }
}
