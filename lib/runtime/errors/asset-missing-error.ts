import { RuntimeError } from './runtime-error';

/** A file of the runtime could not be had from the site. */
export class AssetMissingError extends RuntimeError {
  override readonly name = 'AssetMissingError';

  /**
   * @param file its name
   * @param status the HTTP status, null when there was no answer at all
   */
  constructor(
    readonly file: string,
    readonly status: number | null,
  ) {
    super(
      status === null
        ? `The file ${file}, which this page needs, could not be downloaded. Check your connection, then try again.`
        : `The site does not have the file ${file}, which this page needs (status ${status}). Reload the page; ` +
            'if that does not help, the site has to be built again.',
    );
  }
}
