import type { Inspector } from '../inspect';
import type { Scenario } from '../scenarios/types';
import { readInSteps } from '../trace/view/read-once';
import { RUNTIME_FILES } from '../util/runtime-files';
import { createDesk } from './create-desk';
import type { Desk } from './desk';
import { createBrowserDrafts } from './drafts/browser-drafts';
import { createDraftLocks, NO_LOCKS } from './drafts/draft-locks';
import type { DraftsParts } from './drafts/drafts-store';
import { withMemory } from './drafts/memory-drafts';
import { createTabSession } from './drafts/tab-session';
import { createEnginesStore } from './engines/engines-store';
import { createInspectorViewStore } from './inspector-view-store';
import { createPreferencesStore } from './preferences-store';
import { createImageOf } from './runs/starting-image';
import { workspaceOf } from './workspace/workspace-store';

/**
 * The stores that a page has one of. They outlive a walk from page to page; while pages are built they are
 * only ever read in their first state.
 */

const IS_BROWSER = typeof window !== 'undefined';

export const pageEngines = createEnginesStore(async () =>
  (await import('../runtime')).createRuntime(RUNTIME_FILES),
);

export const pagePreferences = createPreferencesStore(() => localStorage);

/** Where the inspector stands: `pageInspectorView.getState().open({ tab: 'plan', statement })` opens it. */
export const pageInspectorView = createInspectorViewStore(() => localStorage);

let inspector: Promise<Inspector> | null = null;

/** The page's inspector; its code is loaded when it is first asked for, and again when that failed. */
export function pageInspector(): Promise<Inspector> {
  inspector ??= import('../inspect')
    .then(({ createInspector }) => createInspector(RUNTIME_FILES))
    .catch((error: unknown) => {
      inspector = null;
      throw error;
    });
  return inspector;
}

/** The database that code starts from, made once for as long as it is the same. */
export const imageOf = createImageOf(async (sql) => (await pageInspector()).imageFromSql(sql));

/**
 * Starts the engines while the page is still becoming alive: nothing takes longer, and it needs nothing of the page.
 * For the page that is there to run code; never throws, the engines' states say what is wrong.
 */
export function startEnginesEarly(): void {
  if (IS_BROWSER) pageEngines.getState().start();
}

/**
 * For an idle moment on a page where code is about to be run: starts the engines, and lets one rehearse on
 * the scenario, which makes the first run as quick as all others. Never throws; the engines' states say
 * what is wrong.
 */
export function prepareEngines(scenario: Scenario): void {
  const { files, database } = workspaceOf(scenario);
  const { start, rehearse } = pageEngines.getState();
  start();
  rehearse('django', async () => ({ files: files.django, image: await imageOf(database) }));
}

/** A desk for an example that is shown: what is done on it is not kept. */
export function exampleDesk(scenario: Scenario): Desk {
  return deskOf(scenario, null);
}

let own: Desk | null = null;

/** The person's own desk, whose code is kept; in a browser there is one for as long as the page lives. */
export function ownDesk(scenario: Scenario): Desk {
  if (!IS_BROWSER) return deskOf(scenario, draftsParts());
  own ??= deskOf(scenario, draftsParts());
  return own;
}

function deskOf(scenario: Scenario, drafts: Omit<DraftsParts, 'workspace'> | null): Desk {
  return createDesk({
    initial: workspaceOf(scenario),
    drafts,
    fixes: { tablesOf: async (image) => (await pageInspector()).tablesOf(image) },
    runs: {
      engines: pageEngines,
      imageOf,
      clock: () => Date.now(),
      frames: { next: (callback) => requestAnimationFrame(callback), now: () => performance.now() },
      read: async (orm, trace, files) => {
        for (const _step of readInSteps(orm, trace, files)) await nextTask();
      },
    },
  });
}

/** Lets the page answer to whoever types and scrolls, and comes back after that. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function draftsParts(): Omit<DraftsParts, 'workspace'> {
  return {
    storage: withMemory(createBrowserDrafts()),
    // Only pages with a safe connection have locks; elsewhere no engine starts either.
    locks: IS_BROWSER && 'locks' in navigator ? createDraftLocks(navigator.locks) : NO_LOCKS,
    session: createTabSession(() => sessionStorage),
    newId: () => crypto.randomUUID(),
    clock: () => Date.now(),
    onHide: (callback) => {
      addEventListener('pagehide', callback);
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') callback();
      });
    },
  };
}
