import type { editor } from 'monaco-editor/editor/editor.api';

/** Colours of the page that the editor takes on: the names of CSS custom properties. */
const TOKENS = [
  '--bg',
  '--surface',
  '--sunken',
  '--line',
  '--line-strong',
  '--ink',
  '--ink-2',
  '--ink-3',
  '--mark',
  '--error',
  '--focus',
] as const;
type Token = (typeof TOKENS)[number];

/** Brackets that the editor would have in hues: by depth, and without a partner. */
const BRACKETS = [
  'foreground1',
  'foreground2',
  'foreground3',
  'foreground4',
  'foreground5',
  'foreground6',
  'unexpectedBracket.foreground',
];

/** Icons of what is offered, which the editor would have in hues: hues belong to what was run. */
const SYMBOLS = [
  'class',
  'constant',
  'constructor',
  'enumerator',
  'enumeratorMember',
  'event',
  'field',
  'function',
  'interface',
  'keyword',
  'method',
  'module',
  'operator',
  'property',
  'reference',
  'struct',
  'text',
  'typeParameter',
  'value',
  'variable',
];

/** The page's colours as `#rrggbb`; null for one that the page does not set. */
export type PageColours = Readonly<Record<Token, string | null>>;

/** Asks for each colour. */
export function pageColours(read: (token: string) => string | null): PageColours {
  return Object.fromEntries(TOKENS.map((token) => [token, read(token)] as const)) as Record<
    Token,
    string | null
  >;
}

/** The editor's theme in the page's colours. Syntax is quiet: hues belong to what was run. */
export function editorTheme(colours: PageColours): editor.IStandaloneThemeData {
  const { '--surface': surface, '--sunken': sunken, '--line': line, '--line-strong': control } = colours;
  const { '--ink': ink, '--ink-2': ink2, '--ink-3': ink3 } = colours;
  const { '--mark': mark, '--error': error, '--focus': focus, '--bg': bg } = colours;
  const chosen: Readonly<Record<string, string | null>> = {
    'editor.foreground': ink,
    // The surface on which the code stands shows through.
    'editor.background': faint(bg, '00'),
    'editorGutter.background': faint(bg, '00'),
    'editorCursor.foreground': ink,
    'editor.selectionBackground': faint(focus, '3d'),
    'editor.inactiveSelectionBackground': faint(focus, '24'),
    'editor.selectionHighlightBackground': faint(ink, '14'),
    'editor.wordHighlightBackground': faint(ink, '14'),
    'editorLineNumber.foreground': ink3,
    'editorLineNumber.activeForeground': ink3,
    'editorBracketMatch.background': faint(bg, '00'),
    'editorBracketMatch.border': control,
    ...Object.fromEntries(BRACKETS.map((bracket) => [`editorBracketHighlight.${bracket}`, ink])),
    'editor.findMatchBackground': faint(mark, '59'),
    'editor.findMatchBorder': mark,
    'editor.findMatchHighlightBackground': faint(mark, '33'),
    'editor.findRangeHighlightBackground': faint(ink, '0d'),
    'editorError.foreground': error,
    'editorWarning.foreground': ink2,
    'editorInfo.foreground': ink3,
    'editorWhitespace.foreground': line,
    'editorWidget.background': surface,
    'editorWidget.foreground': ink,
    'editorWidget.border': control,
    'editorHoverWidget.background': surface,
    'editorHoverWidget.foreground': ink,
    'editorHoverWidget.border': control,
    'editorSuggestWidget.background': surface,
    'editorSuggestWidget.foreground': ink,
    'editorSuggestWidget.border': control,
    'editorSuggestWidget.selectedBackground': sunken,
    'editorSuggestWidget.selectedForeground': ink,
    'editorSuggestWidget.highlightForeground': focus,
    'editorSuggestWidget.focusHighlightForeground': focus,
    ...Object.fromEntries(SYMBOLS.map((symbol) => [`symbolIcon.${symbol}Foreground`, ink2])),
    'editorMarkerNavigation.background': surface,
    'editorMarkerNavigationError.background': error,
    'editorMarkerNavigationError.headerBackground': sunken,
    'editorMarkerNavigationWarning.background': ink2,
    'editorMarkerNavigationWarning.headerBackground': sunken,
    'editorMarkerNavigationInfo.background': ink3,
    'editorMarkerNavigationInfo.headerBackground': sunken,
    'peekView.border': control,
    'peekViewEditor.background': sunken,
    'peekViewEditorGutter.background': sunken,
    'peekViewEditor.matchHighlightBackground': faint(mark, '59'),
    'peekViewResult.background': surface,
    'peekViewResult.fileForeground': ink,
    'peekViewResult.lineForeground': ink2,
    'peekViewResult.matchHighlightBackground': faint(mark, '59'),
    'peekViewResult.selectionBackground': sunken,
    'peekViewResult.selectionForeground': ink,
    'peekViewTitle.background': sunken,
    'peekViewTitleLabel.foreground': ink,
    'peekViewTitleDescription.foreground': ink2,
    'inputValidation.infoBackground': surface,
    'inputValidation.infoForeground': ink,
    'inputValidation.infoBorder': control,
    'list.hoverBackground': sunken,
    'input.background': surface,
    'input.foreground': ink,
    'input.border': control,
    'input.placeholderForeground': ink3,
    'inputOption.activeBorder': focus,
    'inputOption.activeForeground': ink,
    'inputOption.activeBackground': sunken,
    focusBorder: focus,
    foreground: ink,
    descriptionForeground: ink2,
    'icon.foreground': ink2,
    'textLink.foreground': focus,
    'toolbar.hoverBackground': sunken,
    'scrollbarSlider.background': faint(control, '66'),
    'scrollbarSlider.hoverBackground': faint(control, '99'),
    'scrollbarSlider.activeBackground': faint(control, 'cc'),
  };
  return {
    base: isDark(bg) ? 'vs-dark' : 'vs',
    inherit: false,
    colors: Object.fromEntries(
      Object.entries(chosen).flatMap(([name, colour]) => (colour === null ? [] : [[name, colour]])),
    ),
    rules: [
      rule('', ink),
      // The style sheet makes this weight 600.
      { ...rule('keyword', ink), fontStyle: 'bold' },
      rule('string', ink2),
      rule('comment', ink3),
    ],
  };
}

function rule(token: string, colour: string | null): editor.ITokenThemeRule {
  return colour === null ? { token } : { token, foreground: colour.slice(1) };
}

function faint(colour: string | null, alpha: string): string | null {
  return colour === null ? null : colour + alpha;
}

/** Whether a background is a dark one, by the weights that the eye gives to red, green and blue. */
function isDark(colour: string | null): boolean {
  const [red = 1, green = 1, blue = 1] = (colour?.match(/[0-9a-f]{2}/g) ?? []).map(
    (pair) => Number.parseInt(pair, 16) / 255,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.5;
}
