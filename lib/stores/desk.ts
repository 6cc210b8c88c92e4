import type { DraftsStore } from './drafts/drafts-store';
import type { FixesStore } from './fixes/fixes';
import type { RunsStore } from './runs/run';
import type { SelectionStore } from './selection';
import type { WorkspaceStore } from './workspace/workspace';

/** One place where code is run: the code, what came of it, and what of that is looked at. */
export interface Desk {
  readonly workspace: WorkspaceStore;
  readonly runs: RunsStore;
  readonly fixes: FixesStore;
  readonly selection: SelectionStore;
  /** Keeps the code in the browser, once it is told to `begin`; null for a desk that only shows an example. */
  readonly drafts: DraftsStore | null;
}
