import type * as Monaco from 'monaco-editor/editor/editor.api';
import type { Caret, CodeEditorProps, EditorRange } from './code-editor-props';
import { readCodeLook } from './code-look';
import { changingOptions, FIXED_OPTIONS, MODEL_OPTIONS } from './editor-options';
import { helpModel } from './help/helped-models';
import { keptModel } from './kept-models';
import { textChange } from './text-change';

type MonacoApi = typeof Monaco;

/** Above so many lines the editor scrolls within itself: it draws all lines that it is tall. */
const MOST_LINES = 500;

/** What the editor that was there before leaves to this one. */
export interface EditorStart {
  /** Offsets in the text, in UTF-16 code units; null: where `caret` says, or the start. */
  readonly selection: { readonly start: number; readonly end: number } | null;
  readonly focus: boolean;
}

/** What an editor in its place is given. */
export interface MountProps extends CodeEditorProps {
  /** Told in a sentence what became of something that was asked of the editor. */
  readonly onSaid: (sentence: string) => void;
}

/** An editor in its place. */
export interface MountedEditor {
  /** Takes on what has changed in the properties. */
  readonly update: () => void;
  /** Lays out the text; `onSaid` tells what became of it. */
  readonly format: () => void;
  readonly dispose: () => void;
}

/**
 * Puts an editor into an element, which grows with the text.
 * @param props gives the newest properties whenever it is asked
 * @param hintId the element that describes how to leave
 */
export function mountEditor(
  monaco: MonacoApi,
  host: HTMLElement,
  props: () => MountProps,
  start: EditorStart,
  hintId: string,
): MountedEditor {
  const { historyKey, language, value } = props();
  const make = (): Monaco.editor.ITextModel => {
    const made = monaco.editor.createModel(value, language);
    made.updateOptions(MODEL_OPTIONS);
    made.setEOL(monaco.editor.EndOfLineSequence.LF);
    return made;
  };
  const model = historyKey === undefined ? make() : keptModel(historyKey, make);
  let isTaking = false;
  /** Brings a text in from outside. */
  const take = (text: string): void => {
    isTaking = true;
    takeText(model, text);
    isTaking = false;
  };
  take(value);
  /** What was typed and told, and has not come back as a property yet: it may do so after the next key. */
  let echoes: string[] = [];

  const editor = monaco.editor.create(host, { ...FIXED_OPTIONS, model });
  const spans = editor.createDecorationsCollection();
  let seen: CodeEditorProps | null = null;

  let shownLook = '';
  /** Changes options only where they differ: the editor may lose what is being typed while it takes them on. */
  const show = (): void => {
    const { firstLineNumber = 1 } = props();
    const last = firstLineNumber === null ? null : firstLineNumber + model.getLineCount() - 1;
    const look = readCodeLook(host, last);
    const { ariaLabel, wordWrap, readOnly } = props();
    const now = JSON.stringify([look, firstLineNumber, ariaLabel, wordWrap, readOnly]);
    if (now === shownLook) return;
    shownLook = now;
    host.style.setProperty('--gutter', `${look.gutter}px`);
    host.style.setProperty('--gutter-gap', `${look.gutterGap}px`);
    editor.updateOptions(changingOptions(props(), look));
    const { lineNumbersWidth } = editor.getLayoutInfo();
    editor.updateOptions({ lineDecorationsWidth: Math.max(0, look.gutter - lineNumbersWidth) });
  };
  let scrolls = false;
  const grow = (): void => {
    const tallest = MOST_LINES * editor.getOption(monaco.editor.EditorOption.lineHeight);
    const height = editor.getContentHeight();
    host.style.height = `${Math.min(height, tallest)}px`;
    if (height > tallest === scrolls) return;
    scrolls = !scrolls;
    const scrollbar = scrolls
      ? ({ vertical: 'auto', verticalScrollbarSize: 8 } as const)
      : ({ vertical: 'hidden', verticalScrollbarSize: 0 } as const);
    editor.updateOptions({ scrollbar });
  };
  const moveTo = ({ line, column }: Caret): void => {
    const position = model.validatePosition({ lineNumber: line, column: column + 1 });
    editor.setPosition(position);
    editor.revealPositionInCenterIfOutsideViewport(position);
  };
  const update = (): void => {
    const now = props();
    const before = seen;
    seen = now;
    if (now.value !== before?.value) {
      const echo = echoes.indexOf(now.value);
      if (now.value === model.getValue()) echoes = [];
      else if (echo !== -1) echoes = echoes.slice(echo + 1);
      else take(now.value);
    }
    if (now.spans !== before?.spans) spans.set((now.spans ?? []).map(decorationOf));
    if (now.markers !== before?.markers) {
      const markers = (now.markers ?? []).map((marker) => ({
        ...rangeOf(marker),
        message: marker.message,
        severity: severities(monaco)[marker.severity],
      }));
      monaco.editor.setModelMarkers(model, 'orm-pilot', markers);
    }
    if (before !== null && now.caret !== undefined && now.caret !== before.caret) {
      moveTo(now.caret);
      editor.focus();
    }
    show();
  };

  const disposables = [
    model.onDidChangeContent(() => {
      if (isTaking) return;
      const text = model.getValue();
      echoes.push(text);
      props().onChange(text);
    }),
    editor.onDidContentSizeChange(grow),
    editor.onDidChangeCursorPosition(({ position }) => {
      props().onCaret?.({ line: position.lineNumber, column: position.column - 1 });
    }),
    editor.onDidFocusEditorWidget(() => {
      props().help?.begin();
      props().onFocus?.();
    }),
    editor.onDidBlurEditorWidget(() => props().onBlur?.()),
    ...addKeys(monaco, editor, props),
  ];

  const endHelp = helpModel(model, {
    help: () => props().help,
    say: (sentence) => props().onSaid(sentence),
  });
  update();
  grow();
  // A narrow window has smaller code.
  addEventListener('resize', show);
  host.querySelector('.inputarea, .native-edit-context')?.setAttribute('aria-describedby', hintId);
  const { caret, autoFocus = false } = props();
  if (start.selection !== null) {
    const from = model.getPositionAt(start.selection.start);
    const to = model.getPositionAt(start.selection.end);
    editor.setSelection(monaco.Selection.fromPositions(from, to));
  } else if (caret !== undefined) moveTo(caret);
  if (start.focus || autoFocus) editor.focus();

  return {
    update,
    format: () => editor.trigger('format', 'editor.action.formatDocument', null),
    dispose: () => {
      removeEventListener('resize', show);
      for (const each of disposables) each.dispose();
      endHelp();
      monaco.editor.setModelMarkers(model, 'orm-pilot', []);
      editor.dispose();
      if (historyKey === undefined) model.dispose();
    },
  };
}

/** Escape goes on to what is open first; only then it leaves. */
const NOTHING_OPEN = [
  'suggestWidgetVisible',
  'findWidgetVisible',
  'parameterHintsVisible',
  'inSnippetMode',
  'editorHasMultipleSelections',
  'editorHoverFocused',
  'renameInputVisible',
  'markersNavigationVisible',
  'referenceSearchVisible',
]
  .map((key) => `!${key}`)
  .join(' && ');

function addKeys(
  { KeyMod, KeyCode }: MonacoApi,
  editor: Monaco.editor.IStandaloneCodeEditor,
  props: () => CodeEditorProps,
): Monaco.IDisposable[] {
  return [
    editor.addAction({
      id: 'run',
      label: 'Run',
      keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
      run: () => props().onRun?.('all'),
    }),
    editor.addAction({
      id: 'run-this-side',
      label: 'Run this side',
      keybindings: [KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.Enter],
      run: () => props().onRun?.('this-side'),
    }),
    editor.addAction({
      id: 'leave',
      label: 'Leave the editor',
      keybindings: [KeyCode.Escape],
      keybindingContext: NOTHING_OPEN,
      run: () => props().onLeave?.(),
    }),
  ];
}

/** Brings a text in from outside as one change that can be undone, so that carets elsewhere stay. */
function takeText(model: Monaco.editor.ITextModel, text: string): void {
  const change = textChange(model.getValue(), text);
  if (change === null) return;
  const from = model.getPositionAt(change.start);
  const to = model.getPositionAt(change.end);
  const range = {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
  model.pushStackElement();
  model.pushEditOperations(null, [{ range, text: change.text }], () => null);
  model.pushStackElement();
}

function decorationOf(
  span: NonNullable<CodeEditorProps['spans']>[number],
): Monaco.editor.IModelDeltaDecoration {
  const { className, hover } = span;
  return {
    range: rangeOf(span),
    options: {
      inlineClassName: className,
      ...(hover === undefined ? {} : { hoverMessage: { value: asPlainText(hover) } }),
    },
  };
}

function rangeOf({ startLine, startColumn, endLine, endColumn }: EditorRange): Monaco.IRange {
  return {
    startLineNumber: startLine,
    startColumn: startColumn + 1,
    endLineNumber: endLine,
    endColumn: endColumn + 1,
  };
}

function severities({ MarkerSeverity }: MonacoApi) {
  return { error: MarkerSeverity.Error, warning: MarkerSeverity.Warning, info: MarkerSeverity.Info } as const;
}

/** Hovers are Markdown, and what they are to say may hold anything: as a block of code it is text. */
function asPlainText(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
