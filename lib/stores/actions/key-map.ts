import { ACTIONS, PLACES, type Place } from './actions';
import { keyNames } from './chord';

/** The keys of one place, as they are printed. */
export interface KeyGroup {
  readonly place: Place;
  readonly rows: readonly {
    readonly id: string;
    /** Each a way to press it: "Ctrl", "Enter". */
    readonly ways: readonly (readonly string[])[];
    readonly words: string;
  }[];
}

/** The map of keys, by the places where they act. */
export function keyMap(isMac: boolean): KeyGroup[] {
  return PLACES.map((place) => ({
    place,
    rows: ACTIONS.filter((action) => action.place === place && action.keys.length > 0).map(
      ({ id, keys, words }) => ({ id, words, ways: keys.map((chord) => keyNames(chord, isMac)) }),
    ),
  }));
}
