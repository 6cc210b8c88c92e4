/** A place in a text. Lines count from 1, columns from 0 in UTF-16 code units, as in traces. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text; its end is exclusive. */
export interface PlaceRange {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A range in one of a side's files. */
export interface FilePlace extends PlaceRange {
  readonly file: string;
}
