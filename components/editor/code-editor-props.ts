import type { EditorHelp } from './editor-help';

/** A place in the text. Lines count from 1, columns from 0 in UTF-16 code units, ends are exclusive, as in traces. */
export interface EditorRange {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A stretch of the text that is drawn in another way. */
export interface EditorSpan extends EditorRange {
  /** A class of a style sheet that is loaded; it may set colours and lines, but no size and no weight. */
  readonly className: string;
  /** Plain text that is shown when a pointer rests on it. */
  readonly hover?: string;
}

/** Something that is wrong at a place. */
export interface EditorMarker extends EditorRange {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

/** Where the caret is: lines and columns as in `EditorRange`, counted in `value`. */
export interface Caret {
  readonly line: number;
  readonly column: number;
}

/**
 * An editor of one text. All lines of `spans`, `markers` and carets count within `value`, from 1;
 * `firstLineNumber` only changes the numbers that are shown.
 */
export interface CodeEditorProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly language: 'python' | 'sql';
  /** What is edited, for who cannot see it: "Read each author, Django ORM, code". */
  readonly ariaLabel: string;
  /** The number that the first line shows; 1 when left out. Null: no line numbers. */
  readonly firstLineNumber?: number | null;
  readonly wordWrap?: boolean;
  /** Takes the focus once it is there. */
  readonly autoFocus?: boolean;
  /** Where the caret begins; the start when left out. Later changes move it there, and into view. */
  readonly caret?: Caret;
  readonly readOnly?: boolean;
  readonly spans?: readonly EditorSpan[];
  readonly markers?: readonly EditorMarker[];
  /** Completion, hovers and all else that knows the code; Python only. */
  readonly help?: EditorHelp;
  readonly onCaret?: (caret: Caret) => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
  /** Ctrl Enter, on a Mac Command Enter; with Shift `onRun('this-side')`. */
  readonly onRun?: (which: 'all' | 'this-side') => void;
  /** Escape, when nothing of the editor's own is open that it would close. */
  readonly onLeave?: () => void;
  /** Keeps its undo history under this name after it is gone, for as long as the page lives. */
  readonly historyKey?: string;
  readonly className?: string;
}
