'use client';

import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { ORM_NAMES, type Orm } from '@/lib/orm/orm';
import { whole } from '@/lib/trace/view/figures';
import { MAP_HEIGHT, mapPaths } from '@/lib/trace/view/map-paths';
import { cellAt, type Places, placesOf, type Stretch } from '@/lib/trace/view/places';
import type { SideView } from '@/lib/trace/view/side-view';
import { filterItems, isFiltering } from '@/lib/trace/view/statement-filter';
import { longestRun, stripWords } from '@/lib/trace/view/strip';
import { SEEK_STATEMENT } from './seek';
import { useStatementFilter } from './statement-filter-context';
import { stretchInSight } from './stretch-in-sight';

interface MinimapProps {
  readonly view: SideView;
  /** Ids of the statements that findings speak of. */
  readonly found: ReadonlySet<number>;
  /** For each cell of the run, which cell of the page shows it. */
  readonly cells: ReadonlyMap<number, number>;
}

/** Columns before the width is known. */
const USUAL_WIDTH = 480;

/**
 * The strip of a side that sent very many statements: a map of them, with a bracket around what is in sight.
 * A click or a key brings another one there.
 */
export function Minimap({ view, found, cells }: MinimapProps) {
  const { orm, strip } = view;
  const filter = useStatementFilter();
  const places = useMemo(() => placesOf(view), [view]);
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  const [inSight, setInSight] = useInSight(orm, places, cells);
  const [sought, setSought] = useState<number | null>(null);
  const paths = useMemo(() => {
    const shown = isFiltering(filter)
      ? placesShown(view, places, (items) => filterItems(items, filter, found))
      : null;
    return mapPaths(strip.ticks, width, (place) => shown === null || shown.has(place));
  }, [view, strip, places, filter, found, width]);

  const count = places.ids.length;
  const isSoughtInSight =
    sought !== null && inSight !== null && inSight.from <= sought && sought < inSight.to;
  const current = isSoughtInSight ? sought : (inSight?.from ?? sought ?? 0);
  const seek = (place: number): void => {
    const next = Math.min(count - 1, Math.max(0, place));
    setSought(next);
    setInSight({ from: next, to: next + 1 });
    seekIn(orm, cells.get(cellAt(places, next)), places.ids[next]);
  };
  const screenful = inSight === null ? 1 : inSight.to - inSight.from;
  // By kind all of a cell is in sight: a page is a hundredth at least, and a tenth at most.
  const page = Math.min(Math.max(screenful, Math.round(count / 100)), Math.round(count / 10));
  const press = (event: KeyboardEvent): void => {
    const next = keyTarget(event.key, current, count, page);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    seek(next);
  };
  const point = (event: PointerEvent): void => {
    if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    seek(Math.floor(((event.clientX - box.left) / box.width) * count));
  };
  const longest = longestRun(strip.alike);
  return (
    <div className="minimap">
      <div
        ref={element}
        className="minimap-slider"
        role="slider"
        tabIndex={0}
        aria-label={`Map of ${ORM_NAMES[orm]}, ${stripWords(strip)}`}
        aria-valuemin={1}
        aria-valuemax={count}
        aria-valuenow={current + 1}
        aria-valuetext={`statement ${whole(current + 1)} of ${whole(count)}`}
        onKeyDown={press}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          point(event);
        }}
        onPointerMove={point}
      >
        <svg viewBox={`0 0 ${width} ${MAP_HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path className="map-left" d={paths.left} />
          <path className="map-hollow" d={paths.hollow} />
          <path className="map-half" d={paths.half} />
          <path className="map-solid" d={paths.solid} />
        </svg>
        {inSight !== null && (
          <i
            className="minimap-sight"
            style={{ '--from': share(inSight.from, count), '--to': share(inSight.to, count) }}
          />
        )}
      </div>
      {longest > 0 && <span className="strip-label">{whole(longest)} alike</span>}
    </div>
  );
}

function share(part: number, count: number): string {
  return count === 0 ? '0' : (part / count).toFixed(5);
}

/** Where a key leads from a place; null for any other key. */
function keyTarget(key: string, from: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return from + 1;
    case 'ArrowLeft':
    case 'ArrowUp':
      return from - 1;
    case 'PageDown':
      return from + page;
    case 'PageUp':
      return from - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function seekIn(orm: Orm, cell: number | undefined, id: number | undefined): void {
  if (cell === undefined || id === undefined) return;
  document
    .querySelector(`.cell[data-orm="${orm}"][data-cell="${cell}"] .cell-statements`)
    ?.dispatchEvent(new CustomEvent(SEEK_STATEMENT, { detail: id, bubbles: true }));
}

function placesShown(
  { cells }: SideView,
  { indexOf }: Places,
  filtered: (items: SideView['cells'][number]['items']) => SideView['cells'][number]['items'],
): ReadonlySet<number> {
  const shown = new Set<number>();
  for (const { items } of cells) {
    for (const { statements } of filtered(items)) {
      for (const { id } of statements) {
        const place = indexOf.get(id);
        if (place !== undefined) shown.add(place);
      }
    }
  }
  return shown;
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(USUAL_WIDTH);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** Which statements are in sight, measured at most once a frame. */
function useInSight(
  orm: Orm,
  places: Places,
  cells: ReadonlyMap<number, number>,
): [Stretch | null, (stretch: Stretch | null) => void] {
  const [inSight, setInSight] = useState<Stretch | null>(null);
  const measure = useEffectEvent(() => {
    const next = stretchInSight(orm, places, cells);
    setInSight((before) => (before?.from === next?.from && before?.to === next?.to ? before : next));
  });
  // Filters and sides change what is in sight, and not always the height of the page.
  useEffect(() => {
    const frame = requestAnimationFrame(() => measure());
    return () => cancelAnimationFrame(frame);
  });
  useEffect(() => {
    let frame = 0;
    const ask = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => measure());
    };
    ask();
    const stop = new AbortController();
    addEventListener('scroll', ask, { passive: true, signal: stop.signal });
    addEventListener('resize', ask, { signal: stop.signal });
    const observer = new ResizeObserver(ask);
    observer.observe(document.body);
    return () => {
      stop.abort();
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);
  return [inSight, setInSight];
}
