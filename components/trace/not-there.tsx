import type { ReactNode } from 'react';

/** Stands where something is missing, and says why: "Only in Django", "Not reached". */
export function NotThere({ children }: { readonly children: ReactNode }) {
  return <div className="not-there">{children}</div>;
}
