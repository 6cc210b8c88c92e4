'use client';

import { ORM_NAMES } from '@/lib/orm/orm';
import { isBusy } from '@/lib/stores/fixes/fix-record';
import { useFixes } from '@/lib/stores/use-desk';
import { sayFix } from './say-fix';

/** What the newest fixes came to, read out once when all of them have ended. */
export function FixAnnouncement() {
  const records = useFixes((state) => state.records);
  const newest = Math.max(0, ...records.map(({ batch }) => batch));
  const own = records.filter(({ batch }) => batch === newest);
  const said = own.some(({ state }) => isBusy(state))
    ? ''
    : own
        .map(({ orm, state }) => {
          const { lead, rest } = sayFix(state);
          return `${ORM_NAMES[orm]}: ${lead} ${rest}`;
        })
        .join(' ');
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
