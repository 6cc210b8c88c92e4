import type * as Monaco from 'monaco-editor/editor/editor.api';
import { CHANGE_OTHER_TEXT, type OtherChange } from './change-other-text';
import { completions } from './completions';
import { registerDefinitions } from './definitions';
import { formats } from './formats';
import { hovers } from './hovers';
import { renames } from './renames';
import { signatures } from './signatures';

/** Lets editors of Python have help; those whose text has none are as before. */
export function registerHelp(monaco: typeof Monaco): void {
  const { languages } = monaco;
  languages.registerCompletionItemProvider('python', completions(monaco));
  languages.registerHoverProvider('python', hovers);
  languages.registerSignatureHelpProvider('python', signatures);
  languages.registerRenameProvider('python', renames(monaco));
  languages.registerDocumentFormattingEditProvider('python', formats(monaco));
  registerDefinitions(monaco);
  // Its usual keys begin with Ctrl K, which on this site is the search.
  monaco.editor.addKeybindingRule({
    keybinding: monaco.KeyMod.Shift | monaco.KeyCode.F1,
    command: 'editor.action.showHover',
    when: 'editorTextFocus',
  });
  monaco.editor.registerCommand(CHANGE_OTHER_TEXT, (_accessor: unknown, change: OtherChange) => change());
}
