/** How code looks at a place: the editor measures by numbers what the static view says in CSS. */
export interface CodeLook {
  readonly fontFamily: string;
  /** Px. */
  readonly fontSize: number;
  /** Px. */
  readonly lineHeight: number;
  /** From the left edge to the code, px; the numbers of lines end `gutterGap` before it. */
  readonly gutter: number;
  readonly gutterGap: number;
}

/** Columns that a level of indentation takes. */
export const TAB_SIZE = 4;

const USUAL: CodeLook = { fontFamily: 'monospace', fontSize: 14, lineHeight: 22, gutter: 36, gutterGap: 12 };
/** Width of a digit over the font size; monospaced fonts differ little in it. */
const DIGIT_EM = 0.6;
/** Where the numbers are long they may come this near to the code, px. */
const LEAST_GAP = 8;

/**
 * Reads how code looks in an element: the font that it inherits, and `--code-gutter` and
 * `--code-gutter-gap` in px.
 * @param lastLineNumber null: there are no numbers, and no gutter
 */
export function readCodeLook(element: Element, lastLineNumber: number | null): CodeLook {
  const style = getComputedStyle(element);
  const fontSize = px(style.fontSize) ?? USUAL.fontSize;
  const lineHeight = px(style.lineHeight) ?? Math.round((fontSize * USUAL.lineHeight) / USUAL.fontSize);
  const font = { fontFamily: style.fontFamily || USUAL.fontFamily, fontSize, lineHeight };
  if (lastLineNumber === null) return { ...font, gutter: 0, gutterGap: 0 };
  const gutterGap = px(style.getPropertyValue('--code-gutter-gap')) ?? USUAL.gutterGap;
  const needed = Math.ceil(String(lastLineNumber).length * DIGIT_EM * fontSize) + LEAST_GAP;
  const gutter = Math.max(px(style.getPropertyValue('--code-gutter')) ?? USUAL.gutter, needed);
  return { ...font, gutter, gutterGap };
}

function px(value: string): number | null {
  const number = /^\s*(\d+(?:\.\d+)?)px\s*$/.exec(value)?.[1];
  return number === undefined ? null : Number(number);
}
