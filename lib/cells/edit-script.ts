import { cutScript, joinCells, markerOf } from './cut-script';

/** Replaces what stands before the first cell; a line end is added where it lacks one. */
export function replaceHead(script: string, head: string): string {
  return joinCells({ ...cutScript(script), head: withLineEnd(head) });
}

/**
 * Replaces the body of a cell. What follows stays a cell of its own: a line end is added where the new
 * body lacks one. A body with markers in it becomes several cells.
 * @throws RangeError when there is no such cell
 */
export function replaceCell(script: string, index: number, body: string): string {
  const cut = cutScript(script);
  requireCell(cut.cells.length, index);
  const isLast = index === cut.cells.length - 1;
  const cells = cut.cells.map((cell, at) => {
    if (at !== index) return cell;
    // The marker of a last, empty cell may lack its line end.
    const marker = body === '' ? cell.marker : withLineEnd(cell.marker);
    return { ...cell, marker, body: isLast ? body : withLineEnd(body) };
  });
  return joinCells({ ...cut, cells });
}

/**
 * Adds a cell.
 * @param after index of the cell before it; -1 for the first place
 * @returns the new script, and the new cell's index in it
 * @throws RangeError when there is no such cell
 */
export function addCell(
  script: string,
  after: number,
  title: string,
  body = '',
): { readonly script: string; readonly index: number } {
  const cut = cutScript(script);
  if (after !== -1) requireCell(cut.cells.length, after);
  // An empty script is a cell without a title, which would be left behind as a row of its own.
  if (script.trim() === '') return { script: markerOf(title) + body, index: 0 };
  // A cell without a marker is only one as long as it is alone.
  const cells = cut.cells.map((cell) => ({ ...cell, marker: cell.marker || markerOf('') }));
  const isLast = after === cells.length - 1;
  const before = joinCells({ head: cut.head, cells: cells.slice(0, after + 1) });
  const rest = joinCells({ head: '', cells: cells.slice(after + 1) });
  const added = markerOf(title) + (isLast ? body : withLineEnd(body));
  return { script: spaced(before) + (isLast ? added : spaced(added)) + rest, index: after + 1 };
}

/**
 * Gives a cell another title; the first one without a marker gets one.
 * @throws RangeError when there is no such cell
 */
export function renameCell(script: string, index: number, title: string): string {
  const cut = cutScript(script);
  requireCell(cut.cells.length, index);
  const cells = cut.cells.map((cell, at) => (at === index ? { ...cell, marker: markerOf(title) } : cell));
  return joinCells({ ...cut, cells });
}

/**
 * Removes a cell with its marker.
 * @throws RangeError when there is no such cell
 */
export function removeCell(script: string, index: number): string {
  const cut = cutScript(script);
  requireCell(cut.cells.length, index);
  return joinCells({ ...cut, cells: cut.cells.filter((_, at) => at !== index) });
}

function requireCell(count: number, index: number): void {
  if (Number.isInteger(index) && index >= 0 && index < count) return;
  throw new RangeError(`There is no cell ${index}: the script has ${count}.`);
}

function withLineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** With an empty line at its end, as one stands between cells. */
function spaced(text: string): string {
  const ended = withLineEnd(text);
  return ended === '' || ended.endsWith('\n\n') ? ended : `${ended}\n`;
}
