import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scenario } from '../../scenarios/types';
import type { Saving, Workspace, WorkspaceState, WorkspaceStore } from '../workspace/workspace';
import { contentOf, isEdited, isSameWork } from '../workspace/workspace-store';
import type { Draft, DraftStorage, DraftSummary } from './draft';
import type { DraftLocks } from './draft-locks';
import type { TabSession } from './tab-session';

/** How long after a change it is saved, in ms. */
const DELAY_MS = 300;
/** Drafts of closed tabs beyond it are let go of, the oldest first. */
const MOST_DRAFTS = 20;

/**
 * Keeps the work of a tab. A draft is work that differs from what was opened; a tab writes one draft at a
 * time and holds it, so that two tabs never overwrite each other. Opening something else leaves the edited
 * work behind as a draft of its own.
 */
export interface DraftsState {
  /** Work that no open tab holds, the newest first: what can be offered. */
  readonly others: readonly DraftSummary[];
  /**
   * Begins to keep the workspace, once the page is there, and brings back what this tab had before a reload.
   * Called again, it only opens what is asked for.
   * @param asked the scenario of the page's address: opened unless the tab's own work began from it. Null:
   * the tab's own work is wanted, or what the workspace holds.
   */
  readonly begin: (asked: Scenario | null) => Promise<void>;
  /** Goes on with one of `others`; false when another tab has taken it, or it is gone. */
  readonly takeUp: (id: string) => Promise<boolean>;
  /**
   * Throws one of `others` away.
   * @returns what was thrown away, for `bringBack`; null when it was gone, or a tab has taken it meanwhile
   */
  readonly discard: (id: string) => Promise<Draft | null>;
  /** Keeps a draft again that was thrown away. */
  readonly bringBack: (draft: Draft) => Promise<void>;
  /** Looks again what other tabs have left. */
  readonly refresh: () => Promise<void>;
  /** Saves what waits to be saved. */
  readonly saveNow: () => Promise<void>;
}

export type DraftsStore = StoreApi<DraftsState>;

/** What the drafts of a tab rest on. */
export interface DraftsParts {
  readonly workspace: WorkspaceStore;
  readonly storage: DraftStorage;
  readonly locks: DraftLocks;
  readonly session: TabSession;
  readonly newId: () => string;
  /** Ms since 1970. */
  readonly clock: () => number;
  /** Calls back whenever the page may be gone in a moment. */
  readonly onHide: (callback: () => void) => void;
}

/** Makes the keeper of a workspace; it does nothing before `begin`. */
export function createDraftsStore(parts: DraftsParts): DraftsStore {
  const { workspace, storage, locks, session, newId, clock, onHide } = parts;
  /** The draft that this tab writes, once that is decided; null before `begin`. */
  let own: Promise<string> | null = null;
  let queue: Promise<void> = Promise.resolve();
  let leaving: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let takingUp = false;

  /** Holds a draft, or a new one where another tab holds it. */
  const claim = async (wanted: string): Promise<string> => {
    let id = wanted;
    while (!(await locks.hold(id))) id = newId();
    return id;
  };
  const have = (deciding: Promise<string>): Promise<string> => {
    own = deciding;
    return deciding.then((id) => {
      if (own === deciding) session.set(id);
      return id;
    });
  };
  /** Lets go of the draft that was written so far, once all that waits for it is written. */
  const leave = (): void => {
    const left = own;
    leaving = Promise.all([leaving, queue])
      .then(() => left)
      .then((id) => (id === null ? undefined : locks.letGo(id)));
  };
  const note = (saving: Saving): void => {
    const { saving: said, setSaving } = workspace.getState();
    if (said.kind === saving.kind && (said.kind !== 'refused' || said === saving)) return;
    setSaving(saving);
  };
  const save = (state: WorkspaceState): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const mine = own;
    queue = queue.then(async () => {
      if (mine === null) return;
      const id = await mine;
      if (isEdited(state)) {
        const refusal = await storage.write(draftOf(state, id, clock()));
        if (refusal !== null) {
          note(refusal);
          return;
        }
      } else await storage.remove(id);
      if (isSameWork(workspace.getState(), state)) note({ kind: 'saved' });
    });
    return queue;
  };
  const saveNow = (): Promise<void> => (timer === null ? queue : save(workspace.getState()));
  const open = (work: Workspace, opened: Workspace): void => {
    takingUp = true;
    workspace.getState().open(work, opened);
    takingUp = false;
  };

  /** Something else was opened: what was there stays behind as it was last. */
  const begunAnew = (state: WorkspaceState, before: WorkspaceState): void => {
    if (timer !== null) void save(before);
    if (state.saving.kind === 'unsaved') note({ kind: 'saved' });
    if (takingUp) return;
    if (isEdited(before)) {
      leave();
      void have(claim(newId()));
    }
    void refresh();
  };
  const edited = (state: WorkspaceState): void => {
    if (state.saving.kind !== 'refused') note({ kind: 'unsaved' });
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void save(workspace.getState()), DELAY_MS);
  };
  const changed = (state: WorkspaceState, before: WorkspaceState): void => {
    if (state.opened !== before.opened) begunAnew(state, before);
    else if (!isSameContent(state, before)) edited(state);
  };

  /** Brings back what the tab had, unless the person has begun with something else meanwhile. */
  const resume = async (asked: Scenario | null): Promise<string> => {
    const begun = workspace.getState();
    const had = session.get();
    const draft = had === null ? null : await storage.read(had);
    const isUntouched = isSameContent(workspace.getState(), begun);
    if (had !== null && draft !== null && isUntouched && isWanted(draft.workspace, asked)) {
      open(draft.workspace, draft.opened);
      const id = await claim(had);
      // Another tab has it, of which this one is a copy: from here on it is a draft of its own.
      if (id !== had) void save(workspace.getState());
      return id;
    }
    if (asked !== null && isUntouched && !isWanted(begun, asked)) workspace.getState().openScenario(asked);
    return claim(newId());
  };
  const refresh = async (): Promise<void> => {
    // What this tab leaves behind must be written, and let go of, before it can be listed.
    await Promise.all([queue, leaving]);
    const mine = await own;
    const held = await locks.held();
    const free = held === null ? [] : (await storage.list()).filter(({ id }) => id !== mine && !held.has(id));
    store.setState({ others: free.slice(0, MOST_DRAFTS) });
    await Promise.all(free.slice(MOST_DRAFTS).map(({ id }) => storage.remove(id)));
  };

  const store = createStore<DraftsState>()(() => ({
    others: [],
    begin: async (asked) => {
      if (own !== null) {
        if (asked !== null && !isWanted(workspace.getState(), asked))
          workspace.getState().openScenario(asked);
        return;
      }
      const resumed = have(resume(asked));
      workspace.subscribe(changed);
      onHide(() => void saveNow());
      await resumed;
      await refresh();
    },
    takeUp: async (id) => {
      if (!(await locks.hold(id))) {
        await refresh();
        return false;
      }
      const draft = await storage.read(id);
      if (draft === null) {
        await locks.letGo(id);
        await refresh();
        return false;
      }
      void saveNow();
      leave();
      void have(Promise.resolve(id));
      open(draft.workspace, draft.opened);
      await refresh();
      return true;
    },
    discard: async (id) => {
      const isFree = await locks.hold(id);
      const draft = isFree ? await storage.read(id) : null;
      if (isFree) {
        await storage.remove(id);
        await locks.letGo(id);
      }
      await refresh();
      return draft;
    },
    bringBack: async (draft) => {
      await storage.write(draft);
      await refresh();
    },
    refresh,
    saveNow,
  }));
  return store;
}

function draftOf(state: WorkspaceState, id: string, editedAt: number): Draft {
  const { name, origin, opened } = state;
  const summary = { format: 'orm-pilot/draft@1', id, name, origin, editedAt } as const;
  return { summary, workspace: contentOf(state), opened };
}

/** Whether nothing was changed between two states of one workspace; cheap, as it is asked at each change. */
function isSameContent(one: Workspace, other: Workspace): boolean {
  return one.files === other.files && one.database === other.database && one.name === other.name;
}

function isWanted({ origin }: Workspace, asked: Scenario | null): boolean {
  return asked === null || (origin.kind === 'scenario' && origin.slug === asked.slug);
}
