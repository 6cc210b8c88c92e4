'use client';

import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';

export interface Tab<T extends string> {
  readonly id: T;
  readonly label: ReactNode;
}

interface TabsProps<T extends string> {
  /** What the tabs are of, for who cannot see it: "Files of both sides". */
  readonly label: string;
  readonly tabs: readonly Tab<T>[];
  readonly selected: T;
  readonly onSelect: (id: T) => void;
  /** Stands at the end of the row of tabs. */
  readonly aside?: ReactNode;
  /** The panel of the selected tab. */
  readonly children: ReactNode;
  readonly className?: string;
}

/**
 * A row of tabs with the panel of the selected one. One tab stop; arrows, Home and End move and select,
 * since every panel is at hand.
 */
export function Tabs<T extends string>({
  label,
  tabs,
  selected,
  onSelect,
  aside,
  children,
  className,
}: TabsProps<T>) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent): void => {
    const index = nextIndex(
      event.key,
      tabs.findIndex(({ id }) => id === selected),
      tabs.length,
    );
    const next = index === null ? undefined : tabs[index];
    if (index === null || next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    const button = list.current?.children.item(index);
    if (button instanceof HTMLElement) button.focus();
  };

  return (
    <div className={className}>
      <div className="tab-row">
        <div ref={list} role="tablist" aria-label={label} className="tab-list" onKeyDown={move}>
          {tabs.map(({ id, label: words }) => (
            <button
              key={id}
              type="button"
              role="tab"
              id={`${base}-${id}`}
              aria-selected={id === selected}
              aria-controls={`${base}-panel`}
              tabIndex={id === selected ? 0 : -1}
              onClick={() => onSelect(id)}
            >
              {words}
            </button>
          ))}
        </div>
        {aside}
      </div>
      <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${selected}`}>
        {children}
      </div>
    </div>
  );
}

/** Where a key leads from tab `index` of `count`, the ends joined; null for a key that does not move. */
function nextIndex(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
