import type { editor } from 'monaco-editor/editor/editor.api';
import type { CodeEditorProps } from './code-editor-props';
import { type CodeLook, TAB_SIZE } from './code-look';

/** What never changes: an editor that looks like the text around it. */
export const FIXED_OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  // Widths that are measured, not guessed: so it stands where the static view stood.
  disableMonospaceOptimizations: true,
  fontLigatures: false,
  letterSpacing: 0,
  padding: { top: 0, bottom: 0 },
  glyphMargin: false,
  folding: false,
  lineNumbersMinChars: 1,
  minimap: { enabled: false },
  stickyScroll: { enabled: false },
  guides: { indentation: false, bracketPairs: false },
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: 'none',
  roundedSelection: false,
  scrollBeyondLastLine: false,
  scrollbar: {
    vertical: 'hidden',
    // It would take its room from the code even where it is hidden.
    verticalScrollbarSize: 0,
    horizontalScrollbarSize: 8,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
  },
  wrappingIndent: 'indent',
  // Where the static view wraps: behind an opening parenthesis, and between a closing one and a dot.
  wordWrapBreakAfterCharacters: ' \t(),]}:',
  wordWrapBreakBeforeCharacters: '',
  // What it opens may be larger than a cell of one line.
  fixedOverflowWidgets: true,
  find: { addExtraSpaceOnTop: false, seedSearchStringFromSelection: 'selection' },
  // The browser's own menu has what is needed.
  contextmenu: false,
  links: false,
  occurrencesHighlight: 'off',
  // Words that merely stand somewhere in the text are no help; completion comes from those who know.
  wordBasedSuggestions: 'off',
  // A text may name a field; where it does not, nothing is offered.
  quickSuggestions: { other: 'on', strings: 'on', comments: 'off' },
  suggest: { showWords: false, showStatusBar: false, preview: false },
  dropIntoEditor: { enabled: false },
};

/** What follows from properties and from the page. */
export function changingOptions(props: CodeEditorProps, look: CodeLook): editor.IEditorOptions {
  const { ariaLabel, firstLineNumber = 1, wordWrap = false, readOnly = false } = props;
  return {
    ariaLabel,
    readOnly,
    domReadOnly: readOnly,
    wordWrap: wordWrap ? 'on' : 'off',
    fontFamily: look.fontFamily,
    fontSize: look.fontSize,
    lineHeight: look.lineHeight,
    lineNumbers: firstLineNumber === null ? 'off' : (line) => String(line + firstLineNumber - 1),
  };
}

/** What the text itself has. */
export const MODEL_OPTIONS: editor.ITextModelUpdateOptions = {
  tabSize: TAB_SIZE,
  indentSize: TAB_SIZE,
  insertSpaces: true,
  trimAutoWhitespace: true,
};
