'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { type Choice, Segmented } from '@/components/ui/segmented';
import { counted } from '@/lib/trace/view/figures';
import type { Item } from '@/lib/trace/view/items';
import { KindTable } from './kind-table';
import type { CardContext } from './statement-card';
import { firstOfCalls, StatementRow } from './statement-list';
import { SEEK_CALL } from './thread-links';

interface LongStatementListProps extends CardContext {
  readonly items: readonly Item[];
  /** "Statements of Read each author, Django ORM". */
  readonly label: string;
}

type View = 'kinds' | 'order';

const VIEWS: readonly Choice<View>[] = [
  { value: 'kinds', label: 'By kind' },
  { value: 'order', label: 'In order' },
];

/** More items than this are sorted by kind first, and drawn only where they are in sight. */
export const LONG_LIST = 100;

/** What a cell with very many statements sent: by kind, or in order. */
export function LongStatementList({ items, label, ...context }: LongStatementListProps) {
  const [view, setView] = useState<View>('kinds');
  const [sought, setSought] = useState<number | null>(null);
  const element = useRef<HTMLDivElement>(null);
  const total = items.reduce((sum, { statements }) => sum + statements.length, 0);

  const seek = useEffectEvent((event: Event) => {
    if (!(event instanceof CustomEvent)) return;
    setView('order');
    setSought(items.findIndex(({ call }) => call === event.detail));
  });
  useEffect(() => {
    const cell = element.current?.closest('[data-cell]');
    cell?.addEventListener(SEEK_CALL, seek);
    return () => cell?.removeEventListener(SEEK_CALL, seek);
  }, []);

  return (
    <div ref={element}>
      <div className="long-head">
        <Segmented legend="Show statements" choices={VIEWS} value={view} onChange={setView} />
        <span>{counted(total, 'statement')}, drawn where they are in sight</span>
      </div>
      {view === 'kinds' ? (
        <KindTable items={items} place={context.place} />
      ) : (
        <InOrder items={items} label={label} sought={sought} {...context} />
      )}
    </div>
  );
}

/** Px; cards are measured when they are drawn. */
const USUAL_HEIGHT = 130;

function InOrder({
  items,
  label,
  sought,
  ...context
}: LongStatementListProps & { readonly sought: number | null }) {
  const list = useRef<HTMLOListElement>(null);
  const [margin, setMargin] = useState(0);
  const firsts = firstOfCalls(items);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 6,
    scrollMargin: margin,
  });
  useLayoutEffect(() => {
    setMargin((list.current?.getBoundingClientRect().top ?? 0) + scrollY);
  }, []);
  useEffect(() => {
    if (sought !== null && sought >= 0) rows.scrollToIndex(sought, { align: 'center' });
  }, [sought, rows]);
  return (
    <ol
      ref={list}
      className="statements long-statements"
      aria-label={label}
      style={{ blockSize: rows.getTotalSize() }}
    >
      {rows.getVirtualItems().map(({ key, index, start }) => {
        const item = items[index];
        if (item === undefined) return null;
        return (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - margin}px)` }}
          >
            <StatementRow item={item} isFirstOfCall={firsts.has(item.key)} {...context} />
          </li>
        );
      })}
    </ol>
  );
}
