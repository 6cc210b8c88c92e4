'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react';
import { useIsTouch } from '@/components/editor/use-is-touch';
import { CopyButton } from '@/components/ui/copy-button';
import { Each } from '@/components/ui/each';
import { Icon } from '@/components/ui/icon';
import type { RowsWanted, ShownValue } from '@/lib/inspect';
import { whole } from '@/lib/trace/view/figures';
import { type GridCell, moved } from './grid-keys';
import { StoredValue } from './stored-value';
import { sortOf, startOf, textOf } from './value-words';

interface GridColumn {
  readonly name: string;
  /** As it was declared; empty where there is nothing to say. */
  readonly type: string;
}

interface RowsGridProps {
  /** "Rows of book, Django ORM". */
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly count: number;
  /** The values of a row; undefined while it has not been read. */
  readonly rowAt: (index: number) => readonly ShownValue[] | undefined;
  readonly sorting?: {
    readonly sort: RowsWanted['sort'];
    readonly onSort: (sort: RowsWanted['sort']) => void;
  };
  /** Is told which rows are in sight. */
  readonly onSight?: (first: number, last: number) => void;
}

/** Px; also in the style sheet. */
const ROW_HEIGHT = { fine: 28, touch: 44 };
const HEAD_ROWS = 1;

/**
 * Rows of any number: only those in sight are drawn. Arrows go from cell to cell; the whole value of the cell
 * that is gone to stands below.
 */
export function RowsGrid({ label, columns, count, rowAt, sorting, onSight }: RowsGridProps) {
  // The virtualizer tells of a scroll by drawing anew, and is itself the same: what is kept by it would be stale.
  'use no memo';
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useIsTouch() ? ROW_HEIGHT.touch : ROW_HEIGHT.fine;
  const [active, setActive] = useState<GridCell>({ row: 0, column: 0 });
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The head of the table stays in sight above the rows, and takes its place among them.
    scrollPaddingStart: rowHeight * 1.5,
    scrollPaddingEnd: rowHeight * 1.5,
  });
  const inSight = rows.getVirtualItems();
  const first = inSight[0]?.index ?? 0;
  const last = inSight.at(-1)?.index ?? 0;
  const tell = useEffectEvent(() => onSight?.(first, last));
  useEffect(() => {
    if (first >= 0 && last >= 0) tell();
  }, [first, last]);
  const cell = { row: Math.min(active.row, count - 1), column: Math.min(active.column, columns.length - 1) };
  const isDrawn = inSight.some(({ index }) => index === cell.row);
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const perPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const to = moved(cell, event, { rows: count, columns: columns.length, perPage });
    if (to === null) return;
    event.preventDefault();
    setActive(to);
    rows.scrollToIndex(to.row);
    scroller.current
      ?.querySelector(`[data-column="${to.column}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const value = rowAt(cell.row)?.[cell.column];
  const sample = Math.floor(first / SAMPLE_ROWS) * SAMPLE_ROWS;
  const widths = useMemo(() => widthsOf(columns, rowAt, sample), [columns, rowAt, sample]);
  return (
    <div className="rows-grid">
      <div ref={scroller} className="rows-scroll">
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is a grid when one goes from cell to cell
          role="grid"
          aria-label={label}
          aria-rowcount={count + HEAD_ROWS}
          aria-colcount={columns.length}
          aria-activedescendant={isDrawn ? `${id}-${cell.row}-${cell.column}` : undefined}
          tabIndex={0}
          onKeyDown={press}
          style={{
            inlineSize: `calc(${widths.reduce((sum, width) => sum + width, 0)}ch + ${columns.length * 24}px)`,
          }}
        >
          <colgroup>
            <Each of={widths}>{(width) => <col style={{ inlineSize: `calc(${width}ch + 24px)` }} />}</Each>
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              <Each of={columns}>
                {(column, index) => (
                  <Head
                    column={column}
                    index={index}
                    isNumber={isNumber(rowAt(first)?.[index])}
                    sorting={sorting}
                  />
                )}
              </Each>
            </tr>
          </thead>
          <tbody>
            <Spacer height={inSight[0]?.start ?? 0} />
            {inSight.map(({ index, key }) => (
              <tr key={key} aria-rowindex={index + 1 + HEAD_ROWS} style={{ blockSize: rowHeight }}>
                <Each of={columns}>
                  {(_, at) => {
                    const held = rowAt(index)?.[at];
                    const isActive = index === cell.row && at === cell.column;
                    return (
                      // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys of the grid do the same
                      <td
                        id={`${id}-${index}-${at}`}
                        data-active={isActive || undefined}
                        onClick={() => setActive({ row: index, column: at })}
                      >
                        {held === undefined ? '…' : <StoredValue value={held} />}
                      </td>
                    );
                  }}
                </Each>
              </tr>
            ))}
            <Spacer height={rows.getTotalSize() - (inSight.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </div>
      {value !== undefined && (
        <div className="rows-value">
          <span className="rows-where">
            {columns[cell.column]?.name}, row {whole(cell.row + 1)}: {sortOf(value)}
          </span>
          <samp>{textOf(value)}</samp>
          <CopyButton name="Copy the value" text={() => textOf(value)} />
        </div>
      )}
    </div>
  );
}

function Spacer({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true">
      <td style={{ blockSize: height, padding: 0 }} />
    </tr>
  );
}

interface HeadProps {
  readonly column: GridColumn;
  readonly index: number;
  /** Numbers stand at the end of their column, and its name above them. */
  readonly isNumber: boolean;
  readonly sorting: RowsGridProps['sorting'];
}

function Head({ column: { name, type }, index, isNumber: isEnd, sorting }: HeadProps) {
  const words = (
    <>
      <b>{name}</b>
      {type !== '' && <span>{type}</span>}
    </>
  );
  if (sorting === undefined)
    return (
      <th scope="col" data-column={index} data-end={isEnd || undefined}>
        {words}
      </th>
    );
  const { sort, onSort } = sorting;
  const isSorted = sort?.column === name;
  return (
    <th
      scope="col"
      data-column={index}
      data-end={isEnd || undefined}
      aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        title={`Sort by ${name}`}
        onClick={() =>
          onSort(
            isSorted
              ? sort.descending
                ? null
                : { column: name, descending: true }
              : { column: name, descending: false },
          )
        }
      >
        {words}
        {isSorted && <Icon of={sort.descending ? ArrowDown : ArrowUp} />}
      </button>
    </th>
  );
}

function isNumber(value: ShownValue | undefined): boolean {
  return typeof value === 'bigint' || typeof value === 'number';
}

/** Rows by which the widths of columns are chosen. */
const SAMPLE_ROWS = 50;
const WIDTH_CH = { least: 6, most: 44 };

/** `empty text` is written where there is none. */
function widthOf(value: ShownValue): number {
  return value === '' ? 10 : startOf(value, WIDTH_CH.most).text.length;
}

/** How wide columns are, in characters: as wide as what is in sight, within bounds. */
function widthsOf(columns: readonly GridColumn[], rowAt: RowsGridProps['rowAt'], from: number): number[] {
  return columns.map(({ name, type }, at) => {
    let width = Math.max(name.length + (type === '' ? 3 : type.length + 4), WIDTH_CH.least);
    for (let row = from; row < from + SAMPLE_ROWS; row += 1) {
      const value = rowAt(row)?.[at];
      if (value !== undefined) width = Math.max(width, widthOf(value));
    }
    return Math.min(width, WIDTH_CH.most);
  });
}
