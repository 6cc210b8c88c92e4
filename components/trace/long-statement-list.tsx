'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import X from 'lucide-react/icons/x';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { type Choice, Segmented } from '@/components/ui/segmented';
import { counted } from '@/lib/trace/view/figures';
import type { Item } from '@/lib/trace/view/items';
import { countIn, itemsOfKind } from '@/lib/trace/view/statement-filter';
import { KindTable } from './kind-table';
import { indexOfStatement, SEEK_STATEMENT } from './seek';
import type { CardContext } from './statement-card';
import { firstOfCalls, StatementRow } from './statement-list';
import { SEEK_CALL } from './thread-links';
import { useSeek } from './use-seek';

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

/** What is to be brought into sight; the same index can be sought again. */
interface Sought {
  readonly index: number;
}

/** What a cell with very many statements sent: by kind, or in order, all of them or those of one kind. */
export function LongStatementList({ items, label, ...context }: LongStatementListProps) {
  const [view, setView] = useState<View>('kinds');
  const [kind, setKind] = useState<string | null>(null);
  const [sought, setSought] = useState<Sought | null>(null);
  const element = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => (kind === null ? items : itemsOfKind(items, kind)), [items, kind]);
  const total = useMemo(() => countIn(shown), [shown]);
  const seek = (index: number): void => {
    setView('order');
    setSought({ index });
  };
  useSeek(element, SEEK_CALL, (call) => {
    setKind(null);
    seek(items.findIndex((item) => item.call === call));
  });
  useSeek(element, SEEK_STATEMENT, (id) => seek(indexOfStatement(shown, id)));

  return (
    <div ref={element} className={view === 'kinds' ? 'long-kinds' : undefined}>
      <div className="long-head">
        <Segmented
          legend="Show statements"
          choices={VIEWS}
          value={view}
          onChange={(next) => {
            setView(next);
            setSought(null);
            if (next === 'kinds') setKind(null);
          }}
        />
        <span>{counted(total, 'statement')}</span>
        {kind !== null && (
          <Button look="quiet" size="small" onClick={() => setKind(null)}>
            <Icon of={X} />
            Of one kind
            <span className="sr-only">: show all kinds</span>
          </Button>
        )}
      </div>
      {view === 'kinds' ? (
        <KindTable
          items={items}
          place={context.place}
          onShow={(fingerprint) => {
            setKind(fingerprint);
            setSought(null);
            setView('order');
          }}
        />
      ) : (
        <InOrder items={shown} label={label} sought={sought} {...context} />
      )}
    </div>
  );
}

/** Px; cards are measured when they are drawn. */
const USUAL_HEIGHT = 130;

type InOrderProps = LongStatementListProps & { readonly sought: Sought | null };

function InOrder({ items, label, sought, ...context }: InOrderProps) {
  // The virtualizer tells of a scroll by drawing anew, and is itself the same: what is kept by it would be stale.
  'use no memo';
  const list = useRef<HTMLOListElement>(null);
  const margin = useTopOf(list);
  const firsts = useMemo(() => firstOfCalls(items), [items]);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 6,
    scrollMargin: margin,
  });
  useEffect(() => {
    if (sought !== null && sought.index >= 0) rows.scrollToIndex(sought.index, { align: 'center' });
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
            data-last={item.statements.at(-1)?.id}
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

/** How far below the top of the page an element begins, in px; what grows and shrinks above it moves it. */
function useTopOf(element: React.RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      if (element.current !== null) setTop(Math.round(element.current.getBoundingClientRect().top + scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return top;
}
