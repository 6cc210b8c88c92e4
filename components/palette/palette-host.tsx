'use client';

import { lazy, Suspense, useState } from 'react';
import { useActions } from '@/lib/stores/actions/use-actions';

const Palette = lazy(async () => ({ default: (await import('./palette')).Palette }));

/** Opens the palette when it is asked for; until then none of its code is here. */
export function PaletteHost() {
  const [isOpen, setOpen] = useState(false);
  useActions({ search: () => setOpen(true) });
  if (!isOpen) return null;
  return (
    <Suspense>
      <Palette onClose={() => setOpen(false)} />
    </Suspense>
  );
}
