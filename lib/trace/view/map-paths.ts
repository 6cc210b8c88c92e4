import type { Tick } from './strip';

/** Outlines of a map's columns, as paths of SVG; a column begins at each whole number. */
export interface MapPaths {
  /** Mostly sent for the first time. */
  readonly solid: string;
  /** Repeats, or undone, in part and in all. */
  readonly half: string;
  readonly hollow: string;
  /** Nothing of it is shown, by the filters. */
  readonly left: string;
}

/** The height of a map; reads take 10 of it, writes 16. */
export const MAP_HEIGHT = 17;
const READ = 10;
const WRITE = 16;
const LEFT = 2;

/**
 * Draws very many ticks as a map, one column for each of so many pixels, or wider ones where there are fewer ticks.
 * @param isShown tells of each tick, by its place, whether the filters leave it
 */
export function mapPaths(
  ticks: readonly Tick[],
  width: number,
  isShown: (place: number) => boolean,
): MapPaths {
  const paths = { solid: '', half: '', hollow: '', left: '' };
  const columns = Math.max(1, Math.min(ticks.length, Math.floor(width)));
  const pitch = width / columns;
  const thickness = pitch >= 3 ? Math.min(3, pitch - 1) : pitch;
  for (let column = 0; column < columns; column += 1) {
    const from = Math.floor((column * ticks.length) / columns);
    const to = Math.floor(((column + 1) * ticks.length) / columns);
    let [shown, tall, hollow] = [0, 0, 0];
    for (let place = from; place < to; place += 1) {
      if (!isShown(place)) continue;
      shown += 1;
      if (ticks[place]?.tall === true) tall += 1;
      if (ticks[place]?.hollow === true) hollow += 1;
    }
    const height = shown === 0 ? LEFT : READ + ((WRITE - READ) * tall) / shown;
    paths[lookOf(shown, hollow)] += bar(column * pitch, thickness, height);
  }
  return paths;
}

function lookOf(shown: number, hollow: number): keyof MapPaths {
  if (shown === 0) return 'left';
  if (hollow * 3 < shown) return 'solid';
  return hollow * 3 < shown * 2 ? 'half' : 'hollow';
}

function bar(at: number, thickness: number, height: number): string {
  return `M${short(at)} ${MAP_HEIGHT}v${short(-height)}h${short(thickness)}v${short(height)}z`;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
