import { createBrowserDrafts, hasBrowserDrafts } from './browser-drafts';
import type { DraftSummary } from './draft';
import { createDraftLocks } from './draft-locks';
import { createTabSession } from './tab-session';

/** Work that somebody can go on with. */
export interface LatestDraft {
  readonly summary: DraftSummary;
  /** This tab had it last: Play opens it by itself. */
  readonly isOwn: boolean;
}

/** The work that was edited last and that no other tab has open; null where there is none, or nobody knows. */
export async function latestDraft(): Promise<LatestDraft | null> {
  if (!('locks' in navigator) || !(await hasBrowserDrafts())) return null;
  const held = await createDraftLocks(navigator.locks).held();
  const own = createTabSession(() => sessionStorage).get();
  const drafts = await createBrowserDrafts().list();
  const summary = drafts.find(({ id }) => id === own || held?.has(id) === false);
  return summary === undefined ? null : { summary, isOwn: summary.id === own };
}
