/** A part of a script, cut at lines `# %% Title`. Lines count from 1, as in `script.py`. */
export interface CodeCell {
  /** What stands behind the marker; empty without one. */
  readonly title: string;
  /** The marker's line with its line end, empty where there is none. */
  readonly marker: string;
  /** All below the marker, line ends included. */
  readonly body: string;
  /** First line: the marker's, where there is one. */
  readonly startLine: number;
  /** The body's first line. */
  readonly bodyLine: number;
  /** Last line, at least `startLine`. */
  readonly endLine: number;
}

/** A script in parts: `head`, then each cell's marker and body, joined, are the text again. */
export interface CutScript {
  /** What stands before the first marker, as a rule imports: it runs with the first cell and is none itself. */
  readonly head: string;
  readonly cells: readonly CodeCell[];
}
