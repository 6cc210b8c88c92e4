import { afterEach, describe, expect, it } from 'vitest';
import { ACTIONS } from './actions';
import { type Chord, isChord, keyNames } from './chord';
import { keyMap } from './key-map';
import { offerActions, perform, performable } from './page-actions';

const pressed = (key: string, modifiers: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
});
const END: (() => void)[] = [];
const offer = (...args: Parameters<typeof offerActions>) => END.push(offerActions(...args));
afterEach(() => {
  for (const end of END.splice(0)) end();
});

describe('the table of actions', () => {
  it('has each action once, and no key for two of one place', () => {
    const ids = ACTIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = ACTIONS.flatMap(({ place, keys: chords }) =>
      chords.map((chord: Chord) => `${place}: ${keyNames(chord, false).join(' ')}`),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has no single letter outside of a place that has the focus itself', () => {
    const letters = ACTIONS.filter(({ keys }) =>
      keys.some(({ key, mod }) => /^\p{L}$/u.test(key) && mod !== true),
    );
    expect(letters.length).toBeGreaterThan(0);
    expect(letters.every(({ isLocal }) => isLocal === true)).toBe(true);
  });

  it('is printed whole in the map of keys, with the names that the keyboard has', () => {
    const rows = keyMap(true).flatMap((group) => group.rows);
    expect(rows.map(({ id }) => id).sort()).toEqual(
      ACTIONS.filter(({ keys }) => keys.length > 0)
        .map(({ id }) => id)
        .sort(),
    );
    expect(rows.find(({ id }) => id === 'run-side')?.ways).toEqual([['⌘', 'Shift', 'Enter']]);
    expect(keyNames({ key: 'k', mod: true }, false)).toEqual(['Ctrl', 'K']);
  });
});

describe('keys', () => {
  it('are these very keys, with Ctrl or Command', () => {
    const run: Chord = { key: 'Enter', mod: true, shift: false };
    expect(isChord(pressed('Enter', { ctrlKey: true }), run)).toBe(true);
    expect(isChord(pressed('Enter', { metaKey: true }), run)).toBe(true);
    expect(isChord(pressed('Enter', { ctrlKey: true, shiftKey: true }), run)).toBe(false);
    expect(isChord(pressed('Enter'), run)).toBe(false);
    expect(isChord(pressed('Enter', { ctrlKey: true, altKey: true }), run)).toBe(false);
    expect(isChord(pressed('K', { ctrlKey: true }), { key: 'k', mod: true })).toBe(true);
    expect(isChord(pressed('?', { shiftKey: true }), { key: '?' })).toBe(true);
  });
});

describe('what can be done', () => {
  it('is what parts of the page offer while they are there, the newest first', () => {
    const did: string[] = [];
    expect(perform('run')).toBe(false);
    const end = offerActions({ run: () => did.push('old') });
    offer({ run: () => did.push('new'), stop: () => did.push('stop') });
    expect(perform('run')).toBe(true);
    expect(performable().map(({ id }) => id)).toEqual(['run', 'stop']);
    END.splice(0)[0]?.();
    perform('run');
    end();
    expect(perform('run')).toBe(false);
    expect(did).toEqual(['new', 'old']);
  });
});
