'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { OpenImage, Rows, RowsWanted, ShownValue } from '@/lib/inspect';
import { messageOf } from './message-of';

/** Rows that are read in one go. */
const PAGE_ROWS = 200;

/** What of a table has been read. */
interface ReadRows {
  readonly columns: readonly string[];
  /** How many rows there are as far as is known: all of a table; of a view, one page more than was read. */
  readonly count: number;
  readonly rowAt: (index: number) => readonly ShownValue[] | undefined;
  /** Why rows cannot be read. */
  readonly problem: string | null;
}

interface Known {
  readonly of: object;
  readonly pages: ReadonlyMap<number, Rows>;
  readonly problem: string | null;
}

/**
 * Reads the rows of a table that are in sight.
 * @param count how many it has; null where that is not known
 * @param first index of the first row in sight
 * @param last index of the last one
 */
export function useRows(
  image: OpenImage,
  table: string,
  count: number | null,
  sort: RowsWanted['sort'],
  { first, last }: { readonly first: number; readonly last: number },
): ReadRows | null {
  const of = useMemo(() => ({ image, table, sort }), [image, table, sort]);
  const [known, setKnown] = useState<Known | null>(null);
  const asked = useRef<{ of: object; readonly pages: Set<number> }>({ of, pages: new Set() });
  const pages = new Set([
    Math.floor(Math.max(0, first) / PAGE_ROWS),
    Math.floor(Math.max(0, last) / PAGE_ROWS),
  ]);
  const wanted = [...pages].join();
  useEffect(() => {
    if (asked.current.of !== of) asked.current = { of, pages: new Set() };
    const mine = asked.current;
    for (const page of wanted.split(',').map(Number)) {
      if (mine.pages.has(page)) continue;
      mine.pages.add(page);
      of.image.rows(of.table, { offset: page * PAGE_ROWS, limit: PAGE_ROWS, sort: of.sort }).then(
        (rows) => {
          if (asked.current !== mine) return;
          setKnown((before) => ({
            of,
            pages: new Map([...(before?.of === of ? before.pages : []), [page, rows]]),
            problem: null,
          }));
        },
        (error: unknown) => {
          if (asked.current === mine) setKnown({ of, pages: new Map(), problem: messageOf(error) });
        },
      );
    }
  }, [of, wanted]);
  return useMemo(() => {
    if (known === null) return null;
    const [any] = known.pages.values();
    return {
      columns: any?.columns ?? [],
      count: count ?? countOf(known.pages),
      problem: known.problem,
      rowAt: (index) => known.pages.get(Math.floor(index / PAGE_ROWS))?.rows[index % PAGE_ROWS],
    };
  }, [known, count]);
}

function countOf(pages: ReadonlyMap<number, Rows>): number {
  return Math.max(
    0,
    ...[...pages].map(([page, { rows, more }]) => page * PAGE_ROWS + rows.length + (more ? PAGE_ROWS : 0)),
  );
}
