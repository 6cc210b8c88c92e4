import type * as Monaco from 'monaco-editor/editor/editor.api';
import type { EditorHelp } from '@/components/editor/editor-help';
import type { Place, PlaceRange } from '@/lib/language/place';

type Model = Monaco.editor.ITextModel;

const helped = new Map<string, () => EditorHelp | undefined>();

/**
 * Lets a text have help for as long as an editor shows it.
 * @param help gives the newest whenever it is asked
 * @returns what ends that
 */
export function helpModel(model: Model, help: () => EditorHelp | undefined): () => void {
  const key = model.uri.toString();
  helped.set(key, help);
  return () => {
    if (helped.get(key) === help) helped.delete(key);
  };
}

/** The help that a text has now. */
export function helpFor(model: Model): EditorHelp | undefined {
  return helped.get(model.uri.toString())?.();
}

/** Where a position of an editor stands in the whole file. */
export function placeInFile({ firstLine }: EditorHelp, { lineNumber, column }: Monaco.IPosition): Place {
  return { line: lineNumber + firstLine - 1, column: column - 1 };
}

/** Where a range of the whole file stands in an editor; null where it is not all in its text. */
export function rangeInEditor(
  { firstLine }: EditorHelp,
  model: Model,
  place: PlaceRange,
): Monaco.IRange | null {
  const startLineNumber = place.startLine - firstLine + 1;
  const endLineNumber = place.endLine - firstLine + 1;
  if (startLineNumber < 1 || endLineNumber > model.getLineCount()) return null;
  return {
    startLineNumber,
    startColumn: place.startColumn + 1,
    endLineNumber,
    endColumn: place.endColumn + 1,
  };
}
