import type * as Monaco from 'monaco-editor/editor/editor.api';

/**
 * Does something once the next change of a text was told. To be called right before that change is handed to
 * the editor: whatever changes the text first counts as it.
 */
export function afterChange(model: Monaco.editor.ITextModel, then: () => void): void {
  const told = model.onDidChangeContent(() => {
    told.dispose();
    setTimeout(then, 0);
  });
}
