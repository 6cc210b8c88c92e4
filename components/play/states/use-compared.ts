'use client';

import { useEffect, useState } from 'react';
import { compareDatabases } from '@/lib/stores/compared-databases';
import type { TableComparison } from '@/lib/trace/equivalence/image';

/** What became of comparing two databases; `failed` says why in a sentence. */
export type Compared =
  | { readonly kind: 'compared'; readonly tables: readonly TableComparison[] }
  | { readonly kind: 'failed'; readonly why: string };

interface Known {
  readonly django: Uint8Array;
  readonly sqlalchemy: Uint8Array;
  readonly compared: Compared;
}

/** Compares two databases in an idle moment; null without one of them, and until it is known. */
export function useCompared(django: Uint8Array | null, sqlalchemy: Uint8Array | null): Compared | null {
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    if (django === null || sqlalchemy === null) return;
    let isWanted = true;
    const tell = (compared: Compared): void => {
      if (isWanted) setKnown({ django, sqlalchemy, compared });
    };
    compareDatabases(django, sqlalchemy).then(
      (tables) => tell({ kind: 'compared', tables }),
      (error: unknown) =>
        tell({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [django, sqlalchemy]);
  return known?.django === django && known.sqlalchemy === sqlalchemy ? known.compared : null;
}
