'use client';

import PlayIcon from 'lucide-react/icons/play';
import Square from 'lucide-react/icons/square';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ORMS } from '@/lib/orm/orm';
import { perform } from '@/lib/stores/actions/page-actions';
import { useRuns } from '@/lib/stores/use-desk';

/** Runs both sides, and becomes Stop in place while they run. With Shift it runs the side that is being edited. */
export function RunButton({ isOpen }: { readonly isOpen: boolean }) {
  const goesOn = useRuns(({ live }) => ORMS.some((orm) => live[orm] !== null));
  const hasRun = useRuns(({ last }) => ORMS.some((orm) => last[orm] !== null));
  // One button, so that the focus stays where it is.
  return (
    <Button
      look="primary"
      className="run-button"
      disabled={!isOpen}
      aria-keyshortcuts={goesOn ? 'Control+. Meta+.' : 'Control+Enter Meta+Enter'}
      onClick={({ shiftKey }) => perform(goesOn ? 'stop' : shiftKey ? 'run-side' : 'run')}
    >
      <Icon of={goesOn ? Square : PlayIcon} />
      {goesOn ? 'Stop' : hasRun ? 'Run again' : 'Run both'}
    </Button>
  );
}
