import type * as Monaco from 'monaco-editor/editor/editor.api';
import type { EditorHelp } from '@/components/editor/editor-help';
import type { Place, PlaceRange } from '@/lib/language/place';
import type { Project } from '@/lib/language/project';

type Model = Monaco.editor.ITextModel;

/** What an editor that shows a text does for its help. */
export interface HelpedEditor {
  /** Gives the newest help whenever it is asked. */
  readonly help: () => EditorHelp | undefined;
  /** Says a sentence about something that was asked of the editor. */
  readonly say: (sentence: string) => void;
}

const helped = new Map<string, HelpedEditor>();

/**
 * Lets a text have help for as long as an editor shows it.
 * @returns what ends that
 */
export function helpModel(model: Model, editor: HelpedEditor): () => void {
  const key = model.uri.toString();
  helped.set(key, editor);
  return () => {
    if (helped.get(key) === editor) helped.delete(key);
  };
}

/** The help that a text has now. */
export function helpFor(model: Model): EditorHelp | undefined {
  return helped.get(model.uri.toString())?.help();
}

/** The help that a text has now, with the language server's project; null where either is not to be had. */
export async function helpedProject(
  model: Model,
): Promise<{ readonly help: EditorHelp; readonly project: Project } | null> {
  const help = helpFor(model);
  const project = (await help?.project()) ?? null;
  return help === undefined || project === null ? null : { help, project };
}

/** Says a sentence in the editor that shows a text. */
export function sayIn(model: Model, sentence: string): void {
  helped.get(model.uri.toString())?.say(sentence);
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
