/**
 * The empty lines at the end of a cell's body, with the line end before them: what a view of the cell leaves out.
 * An editor of a cell keeps it while it is open, shows `body` without it and stores its text with it again:
 * so the text that comes back is the one that was typed, an Enter at its end included.
 */
export function blankEnd(body: string): string {
  const at = body.indexOf('\n', body.trimEnd().length);
  return at === -1 ? '' : body.slice(at);
}
