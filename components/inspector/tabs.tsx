'use client';

import { type ReactNode, useId, useRef } from 'react';

interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly value: T; readonly words: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** What stands beside the tabs. */
  readonly aside: ReactNode;
  /** The panel of the tab that is open. */
  readonly children: ReactNode;
}

/** Tabs in one tab stop: arrows, Home and End go from one to the next and open it. */
export function Tabs<T extends string>({ label, tabs, value, onChange, aside, children }: TabsProps<T>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const go = (step: number | 'first' | 'last'): void => {
    const here = tabs.findIndex((tab) => tab.value === value);
    const at = step === 'first' ? 0 : step === 'last' ? tabs.length - 1 : here + step;
    const to = tabs[(at + tabs.length) % tabs.length];
    if (to === undefined) return;
    onChange(to.value);
    list.current?.querySelector<HTMLElement>(`[data-tab="${to.value}"]`)?.focus();
  };
  const KEYS: Readonly<Record<string, number | 'first' | 'last'>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    Home: 'first',
    End: 'last',
  };
  return (
    <>
      <div className="inspector-head">
        <div ref={list} role="tablist" aria-label={label} className="inspector-tabs">
          {tabs.map((tab) => (
            <button
              key={tab.value}
              type="button"
              role="tab"
              id={`${id}-${tab.value}`}
              aria-controls={`${id}-panel`}
              aria-selected={tab.value === value}
              tabIndex={tab.value === value ? 0 : -1}
              data-tab={tab.value}
              onClick={() => onChange(tab.value)}
              onKeyDown={(event) => {
                const step = KEYS[event.key];
                if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
                event.preventDefault();
                go(step);
              }}
            >
              {tab.words}
            </button>
          ))}
        </div>
        {aside}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${value}`} className="inspector-panel">
        {children}
      </div>
    </>
  );
}
