import type * as Monaco from 'monaco-editor/editor/editor.api';
import type { EditorHelp } from '@/components/editor/editor-help';
import { applyEdits } from '@/lib/language/apply-edits';
import type { FileEdit } from '@/lib/language/project';

/** The command by which a chosen completion changes text that no editor of its own shows. */
export const CHANGE_OTHER_TEXT = 'orm-pilot.change-other-text';

/** What the command is given. */
export type OtherChange = () => void;

/**
 * Changes lines of a file that stand above the editor's text, once the editor's own change was told.
 * @param edits in the file as it is now, all of them above the editor's text
 */
export function changeOtherText(
  help: EditorHelp,
  model: Monaco.editor.ITextModel,
  edits: readonly FileEdit[],
): Monaco.languages.Command {
  const above = edits.filter(({ endLine }) => endLine <= help.firstLine);
  const change: OtherChange = () => {
    if (!model.isDisposed()) help.changeFiles({ [help.file]: applyEdits(help.fileText(), above) });
  };
  return { id: CHANGE_OTHER_TEXT, title: 'Add the import', arguments: [change] };
}
