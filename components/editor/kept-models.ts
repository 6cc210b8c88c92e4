import type * as Monaco from 'monaco-editor/editor/editor.api';

type Model = Monaco.editor.ITextModel;

/** Texts with their history of changes, for editors that come and go. */
const MOST_KEPT = 50;
const kept = new Map<string, Model>();

/**
 * The model of a key, with the undo history that it had when it was last edited; a new one otherwise.
 * @param isInUse whether an editor shows a model: two editors of one key share it
 */
export function keptModel(key: string, make: () => Model): Model {
  const model = kept.get(key) ?? make();
  // The newest last: the oldest are let go of.
  kept.delete(key);
  kept.set(key, model);
  for (const [other, old] of kept) {
    if (kept.size <= MOST_KEPT) break;
    if (old.isAttachedToEditor()) continue;
    kept.delete(other);
    old.dispose();
  }
  return model;
}
