import type { ReactNode } from 'react';

/** A key, or keys pressed together. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="rounded-chip border border-line px-1 font-text text-chip font-normal text-ink-3">
      {children}
    </kbd>
  );
}
