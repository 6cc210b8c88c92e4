import type { Desk } from './desk';
import { createDraftsStore, type DraftsParts } from './drafts/drafts-store';
import { createRunsStore, type RunsParts } from './runs/runs-store';
import { createSelectionStore } from './selection-store';
import type { Workspace } from './workspace/workspace';
import { createWorkspaceStore } from './workspace/workspace-store';

/** What a desk rests on. */
export interface DeskParts {
  /** The code that lies on it first. */
  readonly initial: Workspace;
  readonly runs: Omit<RunsParts, 'workspace'>;
  /** Null: what is done on it is not kept. */
  readonly drafts: Omit<DraftsParts, 'workspace'> | null;
}

/** Makes a desk. When something else is opened on it, results and selection of the old are forgotten. */
export function createDesk({ initial, runs: runsParts, drafts: draftsParts }: DeskParts): Desk {
  const workspace = createWorkspaceStore(initial);
  const runs = createRunsStore({ ...runsParts, workspace });
  const selection = createSelectionStore();
  workspace.subscribe((state, before) => {
    if (state.opened === before.opened) return;
    runs.getState().forget();
    selection.getState().clear();
  });
  return {
    workspace,
    runs,
    selection,
    drafts: draftsParts === null ? null : createDraftsStore({ ...draftsParts, workspace }),
  };
}
