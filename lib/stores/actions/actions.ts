import type { Chord } from './chord';

/** Where an action is at hand; the map of keys is in this order. */
export const PLACES = ['Everywhere', 'On Play', 'In an editor', 'In code', 'On a statement'] as const;
export type Place = (typeof PLACES)[number];

/** Something that can be done by a key, by the palette, or both. */
export interface Action {
  readonly id: string;
  /** What it does, as a command: "Run both sides". */
  readonly words: string;
  readonly place: Place;
  /** Any of these does it; none: the palette and a control do. */
  readonly keys: readonly Chord[];
  /** An editor does not get to see these keys. */
  readonly isFirst?: true;
  /**
   * The place itself does it, by its own keys, as the arrows in a list: it is in the map of keys, and no
   * command of its own.
   */
  readonly isLocal?: true;
  /** Other words by which somebody may look for it. */
  readonly also?: string;
}

/**
 * All that can be done without a pointer: the one table that the palette, the map of keys, the page About and
 * the keyboard itself read.
 */
const ALL = [
  {
    id: 'search',
    words: 'Search pages, examples and actions',
    place: 'Everywhere',
    keys: [{ key: 'k', mod: true }],
    isFirst: true,
  },
  {
    id: 'show-keys',
    words: 'Show the map of keys',
    place: 'Everywhere',
    keys: [{ key: '?' }],
    also: 'shortcuts keyboard help',
  },
  {
    id: 'next-region',
    words: 'Go to the next part of the page',
    place: 'Everywhere',
    keys: [{ key: 'F6', shift: false }],
    isFirst: true,
  },
  {
    id: 'previous-region',
    words: 'Go to the part of the page before',
    place: 'Everywhere',
    keys: [{ key: 'F6', shift: true }],
    isFirst: true,
  },
  { id: 'theme-light', words: 'Use the light theme', place: 'Everywhere', keys: [], also: 'colours bright' },
  { id: 'theme-dark', words: 'Use the dark theme', place: 'Everywhere', keys: [], also: 'colours night' },
  { id: 'theme-system', words: 'Use the theme of the system', place: 'Everywhere', keys: [] },
  {
    id: 'run',
    words: 'Run both sides',
    place: 'On Play',
    keys: [{ key: 'Enter', mod: true, shift: false }],
    also: 'execute start',
  },
  {
    id: 'run-side',
    words: 'Run only the side that is being edited',
    place: 'On Play',
    keys: [{ key: 'Enter', mod: true, shift: true }],
  },
  { id: 'run-django', words: 'Run Django ORM only', place: 'On Play', keys: [] },
  { id: 'run-sqlalchemy', words: 'Run SQLAlchemy only', place: 'On Play', keys: [] },
  {
    id: 'stop',
    words: 'Stop what runs',
    place: 'On Play',
    keys: [{ key: '.', mod: true }],
    isFirst: true,
    also: 'cancel end',
  },
  { id: 'live', words: 'Run by itself after each pause in typing, or no more', place: 'On Play', keys: [] },
  {
    id: 'runs',
    words: 'Look back on the runs of this tab',
    place: 'On Play',
    keys: [],
    also: 'timeline history compare',
  },
  { id: 'drafts', words: 'Open other drafts', place: 'On Play', keys: [], also: 'recover saved work' },
  {
    id: 'inspect',
    words: 'Open or close the inspector of the database',
    place: 'On Play',
    keys: [{ key: 'b', mod: true }],
    isFirst: true,
    also: 'tables rows schema query plan explain export',
  },
  { id: 'undo-edits', words: 'Undo all edits of this example', place: 'On Play', keys: [], also: 'reset' },
  {
    id: 'leave-editor',
    words: 'Leave the editor, so that Tab moves on',
    place: 'In an editor',
    keys: [{ key: 'Escape' }],
    isLocal: true,
  },
  {
    id: 'complete',
    words: 'Offer what may stand here',
    place: 'In an editor',
    keys: [{ key: 'i', mod: true }],
    isLocal: true,
  },
  {
    id: 'explain',
    words: 'Say what a name is',
    place: 'In an editor',
    keys: [{ key: 'F1', shift: true }],
    isLocal: true,
  },
  {
    id: 'go-to-definition',
    words: 'Go to where a name is defined',
    place: 'In an editor',
    keys: [{ key: 'F12' }],
    isLocal: true,
  },
  {
    id: 'rename',
    words: 'Rename it in all files of the side',
    place: 'In an editor',
    keys: [{ key: 'F2' }],
    isLocal: true,
  },
  {
    id: 'next-problem',
    words: 'Go to the next problem',
    place: 'In an editor',
    keys: [{ key: 'F8' }],
    isLocal: true,
  },
  {
    id: 'format',
    words: 'Format the code',
    place: 'In an editor',
    keys: [{ key: 'f', alt: true, shift: true }],
    isLocal: true,
  },
  {
    id: 'find-in-editor',
    words: 'Find in the text',
    place: 'In an editor',
    keys: [{ key: 'f', mod: true }],
    isLocal: true,
  },
  {
    id: 'next-call',
    words: 'Go from call to call',
    place: 'In code',
    keys: [{ key: 'ArrowLeft' }, { key: 'ArrowRight' }],
    isLocal: true,
  },
  {
    id: 'to-statements',
    words: 'Pin a call, and go to what it sent',
    place: 'In code',
    keys: [{ key: 'Enter' }],
    isLocal: true,
  },
  {
    id: 'next-statement',
    words: 'Go from statement to statement',
    place: 'On a statement',
    keys: [{ key: 'ArrowUp' }, { key: 'ArrowDown' }],
    isLocal: true,
  },
  { id: 'pin', words: 'Pin it', place: 'On a statement', keys: [{ key: 'Enter' }], isLocal: true },
  {
    id: 'unpin',
    words: 'Let go of what is pinned',
    place: 'On a statement',
    keys: [{ key: 'Escape' }],
    isLocal: true,
  },
  {
    id: 'open-statement',
    words: 'Open what it folds away, then go along its actions',
    place: 'On a statement',
    keys: [{ key: 'ArrowRight' }],
    isLocal: true,
  },
  {
    id: 'close-statement',
    words: 'Go back along its actions, and fold it',
    place: 'On a statement',
    keys: [{ key: 'ArrowLeft' }],
    isLocal: true,
  },
  {
    id: 'params',
    words: 'Set values apart from the SQL, or back into it',
    place: 'On a statement',
    keys: [{ key: 'p' }],
    isLocal: true,
  },
  { id: 'plan', words: 'Show its query plan', place: 'On a statement', keys: [{ key: 'e' }], isLocal: true },
  { id: 'rows', words: 'Show its rows', place: 'On a statement', keys: [{ key: 'r' }], isLocal: true },
  {
    id: 'as-sent',
    words: 'Show it as it was sent',
    place: 'On a statement',
    keys: [{ key: 's' }],
    isLocal: true,
  },
  {
    id: 'all-alike',
    words: 'Show all that are alike',
    place: 'On a statement',
    keys: [{ key: 'a' }],
    isLocal: true,
  },
  { id: 'copy-sql', words: 'Copy it', place: 'On a statement', keys: [{ key: 'c' }], isLocal: true },
] as const satisfies readonly Action[];

export type ActionId = (typeof ALL)[number]['id'];

export const ACTIONS: readonly (Action & { readonly id: ActionId })[] = ALL;
