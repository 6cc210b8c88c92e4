/** Keys that are pressed together. */
export interface Chord {
  /** As `KeyboardEvent.key` has it; letters in lower case. */
  readonly key: string;
  /** Ctrl, on a Mac Command. */
  readonly mod?: true;
  /** Alt, on a Mac Option. */
  readonly alt?: true;
  /** Only said where it matters: a sign such as `?` may need Shift on one keyboard and not on another. */
  readonly shift?: boolean;
}

/** What a chord is compared with: any `KeyboardEvent`. */
type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether these very keys were pressed. Both Ctrl and Command do: who has both keyboards finds it either way. */
export function isChord(pressed: Pressed, { key, mod, alt, shift }: Chord): boolean {
  return (
    pressed.key.toLowerCase() === key.toLowerCase() &&
    (pressed.ctrlKey || pressed.metaKey) === (mod === true) &&
    pressed.altKey === (alt === true) &&
    (shift === undefined || pressed.shiftKey === shift)
  );
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** The names on the keys, in the order in which they are pressed: "Ctrl", "Shift", "Enter". */
export function keyNames({ key, mod, alt, shift }: Chord, isMac: boolean): string[] {
  const name = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return [
    ...(mod === true ? [isMac ? '⌘' : 'Ctrl'] : []),
    ...(shift === true ? ['Shift'] : []),
    ...(alt === true ? [isMac ? '⌥' : 'Alt'] : []),
    name,
  ];
}

const TYPED =
  'input:not([type="radio"], [type="checkbox"], [type="button"]), textarea, select, [contenteditable], .monaco-editor';

/** Whether keys that are pressed there write something: single letters are no commands then. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPED) !== null;
}
