/** The editor's code did not arrive. The message is a sentence for the person at the screen. */
export class EditorUnreachableError extends Error {
  override readonly name = 'EditorUnreachableError';

  constructor(cause: unknown) {
    super('The full editor could not be loaded, so this is a plain one. Everything else works.', { cause });
  }
}

/** The editor's programming interface. */
export type Monaco = typeof import('./monaco').monaco;

let loading: Promise<Monaco> | null = null;
let loaded: Monaco | null = null;

/** The editor's code if it is there already. */
export function loadedMonaco(): Monaco | null {
  return loaded;
}

/**
 * Loads the editor's code, some 1 MB, once. To be called on the first sign that somebody is about to edit;
 * an editor that is drawn calls it too.
 * @throws EditorUnreachableError (as a rejection); the next call tries again
 */
export async function loadMonaco(): Promise<Monaco> {
  loading ??= import('./monaco').then(({ monaco }) => monaco);
  try {
    loaded = await loading;
    return loaded;
  } catch (cause) {
    loading = null;
    throw new EditorUnreachableError(cause);
  }
}
