/** How a text matches what somebody typed. */
export interface FuzzyMatch {
  /** Greater is better; comparable between texts for one query. */
  readonly score: number;
  /** Places of the matched characters in the text, from 0, rising, in UTF-16 code units. */
  readonly at: readonly number[];
}

const EACH = 1;
const START_OF_WORD = 8;
const NEXT_TO_LAST = 9;
/** For each character from the first match to the last: what stands close together comes first. */
const SPREAD = 0.05;

/** The best way to find the characters so far, when the last of them stands at a certain place. */
interface Path {
  readonly score: number;
  readonly place: number;
  readonly before: Path | null;
}

/**
 * Finds the characters of `query` in `text`, in their order, with anything between them: "rdj" finds "Run
 * Django". Case, and spaces of the query, do not matter. Characters at the start of a word, and those that
 * stand together, count more. Takes time in proportion to both lengths multiplied.
 *
 * @returns null when some character is missing; an empty query matches everything alike
 */
export function fuzzyMatch(query: string, text: string): FuzzyMatch | null {
  const wanted = query.toLowerCase().replaceAll(/\s/g, '');
  const chars = text.toLowerCase();
  let row: readonly (Path | null)[] | null = null;
  for (const char of wanted) row = nextRow(chars, char, row);
  if (row === null) return { score: 0, at: [] };
  let best: Path | null = null;
  for (const path of row) if (path !== null && scoreOf(path) > scoreOf(best)) best = path;
  return best === null ? null : { score: scoreOf(best), at: placesOf(best) };
}

/** For each place of the text the best path that ends there with this character. */
function nextRow(chars: string, char: string, before: readonly (Path | null)[] | null): (Path | null)[] {
  let best: Path | null = null;
  return Array.from({ length: chars.length }, (_, place): Path | null => {
    const next = before?.[place - 1] ?? null;
    if (next !== null && (best === null || next.score >= best.score)) best = next;
    if (chars[place] !== char || (before !== null && best === null)) return null;
    const here = EACH + (isStartOfWord(chars, place) ? START_OF_WORD : 0);
    if (next !== null && next.score + NEXT_TO_LAST >= (best?.score ?? 0))
      return { score: next.score + NEXT_TO_LAST + here, place, before: next };
    return { score: (best?.score ?? 0) + here, place, before: best };
  });
}

function isStartOfWord(chars: string, place: number): boolean {
  return place === 0 || !/[\p{L}\p{N}]/u.test(chars[place - 1] ?? '');
}

function placesOf(path: Path): number[] {
  const places: number[] = [];
  for (let step: Path | null = path; step !== null; step = step.before) places.unshift(step.place);
  return places;
}

function scoreOf(path: Path | null): number {
  if (path === null) return Number.NEGATIVE_INFINITY;
  let first = path;
  while (first.before !== null) first = first.before;
  return path.score - SPREAD * (path.place - first.place);
}
