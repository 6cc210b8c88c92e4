import type * as Monaco from 'monaco-editor/editor/editor.api';

type Model = Monaco.editor.ITextModel;

const listeners = new Map<string, (sentence: string) => void>();

/** Says a sentence in the editor that shows a text. */
export function sayIn(model: Model, sentence: string): void {
  listeners.get(model.uri.toString())?.(sentence);
}

/** Hears what is said in the editor of a text; returns what ends that. */
export function hearIn(model: Model, listener: (sentence: string) => void): () => void {
  const key = model.uri.toString();
  listeners.set(key, listener);
  return () => {
    if (listeners.get(key) === listener) listeners.delete(key);
  };
}
