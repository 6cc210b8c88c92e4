import type { PlaceRange } from '../place';

/** Something that is wrong, or questionable, at a place of a file. */
export interface CodeProblem extends PlaceRange {
  readonly severity: 'error' | 'warning' | 'info';
  /** Sentences, with what to do where there is something to say. */
  readonly message: string;
}
