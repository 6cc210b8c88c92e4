import type { CodeCell, CutScript } from './cell';
import { linesInsideStrings } from './string-lines';

/** A comment in the first column. The engine's own rule is in lib/runtime/python/ormpilot/cells.py. */
const MARKER = /^#[ \t]?%%(.*)$/;
/** Cells beyond it belong to the last one, as in the engine (`MAX_CELLS` of lib/runtime/contract.ts). */
const MOST_CELLS = 1_000;

/** The line that begins a cell of this title. */
export function markerOf(title: string): string {
  const words = title.replaceAll(/\s+/g, ' ').trim();
  return words === '' ? '# %%\n' : `# %% ${words}\n`;
}

/**
 * Cuts a script into cells, by the rules of the engine:
 *
 * - A marker is a line that begins, in its first column, with `# %%` or `#%%`; the rest of it is the title.
 * - A line inside a string is no marker. When the text ends inside a string that spans lines, every line
 *   that looks like a marker is one: so cells stay apart while somebody types the opening quotes.
 * - What stands before the first marker is no cell: it runs with the first one.
 * - A script without markers is one cell, whatever it holds.
 *
 * @param script a text with `\n` as line ends
 */
export function cutScript(script: string): CutScript {
  const lines = script.split(/(?<=\n)/);
  const inside = linesInsideStrings(script);
  const starts = lines.flatMap((line, index) =>
    MARKER.test(withoutEnd(line)) && inside?.has(index + 1) !== true ? [index] : [],
  );
  starts.length = Math.min(starts.length, MOST_CELLS);
  const [first] = starts;
  if (first === undefined) return { head: '', cells: [cellOf(lines, 0, lines.length, false)] };

  const cells = starts.map((start, index) => cellOf(lines, start, starts[index + 1] ?? lines.length, true));
  return { head: lines.slice(0, first).join(''), cells };
}

/** Puts a script together again. */
export function joinCells({ head, cells }: CutScript): string {
  return head + cells.map(({ marker, body }) => marker + body).join('');
}

/** The cell of the lines from `start` (from 0) to before `end`. */
function cellOf(lines: readonly string[], start: number, end: number, marked: boolean): CodeCell {
  const marker = marked ? (lines[start] ?? '') : '';
  const bodyStart = marked ? start + 1 : start;
  return {
    title: MARKER.exec(withoutEnd(marker))?.[1]?.trim() ?? '',
    marker,
    body: lines.slice(bodyStart, end).join(''),
    startLine: start + 1,
    bodyLine: bodyStart + 1,
    endLine: Math.max(end, start + 1),
  };
}

function withoutEnd(line: string): string {
  return line.endsWith('\n') ? line.slice(0, -1) : line;
}
