'use client';

import { type Choice, Segmented } from '@/components/ui/segmented';
import { pagePreferences } from '@/lib/stores/page-stores';
import type { Preferences } from '@/lib/stores/preferences';
import { usePreferences } from '@/lib/stores/use-preferences';

const CHOICES: readonly Choice<Preferences['focus']>[] = [
  { value: 'both', label: 'Both' },
  { value: 'django', label: 'Django' },
  { value: 'sqlalchemy', label: 'SQLAlchemy' },
];

/** Whether both sides are shown, or one of them with its SQL beside the code. */
export function FocusSwitch() {
  const focus = usePreferences((state) => state.focus);
  return (
    <Segmented
      legend="Sides"
      className="focus-switch"
      choices={CHOICES}
      value={focus}
      onChange={(next) => pagePreferences.getState().set({ focus: next })}
    />
  );
}
