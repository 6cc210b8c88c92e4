'use client';

import { useEffect, useRef } from 'react';
import { ORMS, type Orm } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';

/** Gives the side that somebody is at: which has the focus, else which was edited last, else the first. */
export function useLastSide(): () => Orm {
  const desk = useDesk();
  const edited = useRef<Orm>(ORMS[0]);
  useEffect(
    () =>
      desk.workspace.subscribe(({ files }, before) => {
        const changed = ORMS.filter((orm) => files[orm] !== before.files[orm]);
        const [only] = changed;
        if (changed.length === 1 && only !== undefined) edited.current = only;
      }),
    [desk],
  );
  return () => {
    const at = document.activeElement?.closest<HTMLElement>('[data-orm]')?.dataset.orm;
    return ORMS.find((orm) => orm === at) ?? edited.current;
  };
}
