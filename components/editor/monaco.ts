/**
 * The editor's code, with what of it is used: imported by `load-monaco.ts` only, when somebody is about to
 * edit. What is not listed here is not downloaded.
 */
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/format/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/gotoSymbol/register';
import 'monaco-editor/editor/contrib/gotoSymbol/browser/goToCommands';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/referenceSearch/register';
import 'monaco-editor/features/rename/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/features/suggest/register';
// The feature of that name does not bring the list itself.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/features/wordPartOperations/register';
import 'monaco-editor/languages/definitions/sql/register';
import * as monaco from 'monaco-editor/editor/editor.api';
import { conf, language } from 'monaco-editor/languages/definitions/python/python';
import './code-editor.css';
import { PYTHON_KEYWORDS } from '@/lib/util/python-keywords';
import { editorTheme } from './editor-theme';
import { startEditorWorker } from './editor-worker';
import { registerHelp } from './help/register-help';
import { readPageColours, watchPageColours } from './page-colours';

const THEME = 'orm-pilot';

globalThis.MonacoEnvironment = { getWorker: (_id, label) => startEditorWorker(label) };

// Registered by hand, not by its own module, which would fetch it once somebody has typed the first line already,
// and which takes built-in functions for keywords.
monaco.languages.register({ id: 'python' });
monaco.languages.setMonarchTokensProvider('python', { ...language, keywords: [...PYTHON_KEYWORDS] });
monaco.languages.setLanguageConfiguration('python', conf);
registerHelp(monaco);

let shown = '';
function applyTheme(): void {
  const colours = readPageColours();
  const now = JSON.stringify(colours);
  if (now === shown) return;
  shown = now;
  monaco.editor.defineTheme(THEME, editorTheme(colours));
  monaco.editor.setTheme(THEME);
}
applyTheme();
watchPageColours(applyTheme);

export { monaco };
