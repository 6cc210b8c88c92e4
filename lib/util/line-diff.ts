/** A line of either text, or of both. Numbers count from 1; null where a text does not have it. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Lines that differ, above which no shortest way is looked for: all of one is removed, all of the other added. */
const MOST_EDITS = 600;

/**
 * Tells two texts apart line by line, with as few lines removed and added as can be. Removed lines come before
 * added ones. Takes time in proportion to the lines, times how many differ.
 */
export function diffLines(before: string, after: string): DiffLine[] {
  const one = linesOf(before);
  const other = linesOf(after);
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end))
    end += 1;
  const middle = shortest(one.slice(start, one.length - end), other.slice(start, other.length - end));
  return numbered([...one.slice(0, start).map(same), ...middle, ...one.slice(one.length - end).map(same)]);
}

/** The differences with some lines around them; null stands for lines that are left out. */
export function diffHunks(lines: readonly DiffLine[], around: number): (DiffLine | null)[] {
  const isNear = lines.map(() => false);
  for (const [index, { kind }] of lines.entries())
    if (kind !== 'same') isNear.fill(true, Math.max(0, index - around), index + around + 1);
  return lines.flatMap((line, index) => {
    if (isNear[index] === true) return [line];
    return isNear[index - 1] === true || index === 0 ? [null] : [];
  });
}

type Edit = Pick<DiffLine, 'kind' | 'text'>;

/**
 * The greedy way through both texts: `reached[k]` is how far into the first one can be on diagonal k after so
 * many edits. @see Myers 1986, "An O(ND) difference algorithm and its variations"
 */
function shortest(one: readonly string[], other: readonly string[]): Edit[] {
  const most = Math.min(one.length + other.length, MOST_EDITS);
  const rounds: Map<number, number>[] = [];
  let reached = new Map([[1, 0]]);
  for (let edits = 0; edits <= most; edits += 1) {
    rounds.push(new Map(reached));
    const next = new Map(reached);
    for (let k = -edits; k <= edits; k += 2) {
      let x = isDown(reached, k, edits) ? at(reached, k + 1) : at(reached, k - 1) + 1;
      while (x < one.length && x - k < other.length && one[x] === other[x - k]) x += 1;
      next.set(k, x);
      if (x >= one.length && x - k >= other.length) return wayBack(rounds, one, other);
    }
    reached = next;
  }
  return [...one.map(removed), ...other.map(added)];
}

/** Whether the best way to diagonal k adds a line, instead of removing one. */
function isDown(reached: ReadonlyMap<number, number>, k: number, edits: number): boolean {
  return k === -edits || (k !== edits && at(reached, k - 1) < at(reached, k + 1));
}

function wayBack(
  rounds: readonly Map<number, number>[],
  one: readonly string[],
  other: readonly string[],
): Edit[] {
  const edits: Edit[] = [];
  let x = one.length;
  let y = other.length;
  for (let round = rounds.length - 1; round >= 0; round -= 1) {
    const reached = rounds[round] ?? new Map();
    const k = x - y;
    const down = isDown(reached, k, round);
    const beforeX = at(reached, down ? k + 1 : k - 1);
    const beforeY = beforeX - (down ? k + 1 : k - 1);
    while (x > beforeX && y > beforeY && x > 0 && y > 0) {
      x -= 1;
      y -= 1;
      edits.push(same(one[x] ?? ''));
    }
    if (round > 0) edits.push(down ? added(other[beforeY] ?? '') : removed(one[beforeX] ?? ''));
    x = beforeX;
    y = beforeY;
  }
  return edits.reverse();
}

function at(reached: ReadonlyMap<number, number>, k: number): number {
  return reached.get(k) ?? -1;
}

function same(text: string): Edit {
  return { kind: 'same', text };
}

function removed(text: string): Edit {
  return { kind: 'removed', text };
}

function added(text: string): Edit {
  return { kind: 'added', text };
}

function numbered(edits: readonly Edit[]): DiffLine[] {
  let before = 0;
  let after = 0;
  return removedFirst(edits).map(({ kind, text }) => {
    if (kind !== 'added') before += 1;
    if (kind !== 'removed') after += 1;
    return { kind, text, before: kind === 'added' ? null : before, after: kind === 'removed' ? null : after };
  });
}

/** Within a stretch of differences what was removed is read first. */
function removedFirst(edits: readonly Edit[]): Edit[] {
  const sorted: Edit[] = [];
  let waiting: Edit[] = [];
  for (const edit of edits) {
    if (edit.kind === 'added') waiting.push(edit);
    else {
      if (edit.kind === 'same') {
        sorted.push(...waiting);
        waiting = [];
      }
      sorted.push(edit);
    }
  }
  return [...sorted, ...waiting];
}

/** An end of line at the end of a text begins no further line. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
