'use client';

import { ORMS, type Orm } from '@/lib/orm/orm';
import { useActions } from '@/lib/stores/actions/use-actions';
import { useDesk } from '@/lib/stores/desk-provider';
import { pagePreferences } from '@/lib/stores/page-stores';
import { useRuns, useWorkspace } from '@/lib/stores/use-desk';
import { isEdited } from '@/lib/stores/workspace/workspace-store';
import { useLastSide } from './use-last-side';

/** What opens beside the comparison. */
export type PlayPanel = 'runs' | 'drafts';

/**
 * Offers what can be done on Play to keys, search and buttons.
 * @param isOpen whether what runs lies on the desk
 */
export function usePlayActions(isOpen: boolean, onPanel: (panel: PlayPanel) => void): void {
  const desk = useDesk();
  const lastSide = useLastSide();
  const goesOn = useRuns(({ live }) => ORMS.some((orm) => live[orm] !== null));
  const edited = useWorkspace(isEdited);
  const run = (orms: readonly Orm[]) => () => void desk.runs.getState().run(orms);
  useActions({
    run: isOpen ? run(ORMS) : undefined,
    'run-side': isOpen ? () => run([lastSide()])() : undefined,
    'run-django': isOpen ? run(['django']) : undefined,
    'run-sqlalchemy': isOpen ? run(['sqlalchemy']) : undefined,
    stop: goesOn ? () => desk.runs.getState().stop() : undefined,
    live: () => {
      const { live, set } = pagePreferences.getState();
      set({ live: !live });
    },
    runs: () => onPanel('runs'),
    drafts: () => onPanel('drafts'),
    'undo-edits': edited ? () => desk.workspace.getState().reset() : undefined,
  });
}
