import type { Desk } from './desk';
import { createDraftsStore, type DraftsParts } from './drafts/drafts-store';
import { createFixesStore, type FixesParts } from './fixes/fixes-store';
import { createRunsStore, type RunsParts } from './runs/runs-store';
import { createSelectionStore } from './selection-store';
import type { Workspace } from './workspace/workspace';
import { createWorkspaceStore } from './workspace/workspace-store';

/** What a desk rests on. */
export interface DeskParts {
  /** The code that lies on it first. */
  readonly initial: Workspace;
  readonly runs: Omit<RunsParts, 'workspace'>;
  readonly fixes: Pick<FixesParts, 'tablesOf'>;
  /** Null: what is done on it is not kept. */
  readonly drafts: Omit<DraftsParts, 'workspace'> | null;
}

/** Makes a desk. When something else is opened on it, results and selection of the old are forgotten. */
export function createDesk({
  initial,
  runs: runsParts,
  fixes: fixesParts,
  drafts: draftsParts,
}: DeskParts): Desk {
  const workspace = createWorkspaceStore(initial);
  const runs = createRunsStore({ ...runsParts, workspace });
  const { engines, imageOf } = runsParts;
  const fixes = createFixesStore({ ...fixesParts, engines, imageOf, workspace, runs });
  const selection = createSelectionStore();
  workspace.subscribe((state, before) => {
    if (state.opened === before.opened) return;
    runs.getState().forget();
    fixes.getState().forget();
    selection.getState().clear();
  });
  return {
    workspace,
    runs,
    fixes,
    selection,
    drafts: draftsParts === null ? null : createDraftsStore({ ...draftsParts, workspace }),
  };
}
