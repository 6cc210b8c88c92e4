import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scenario } from '../../scenarios/types';
import type { Workspace } from '../workspace/workspace';
import { createWorkspaceStore, isEdited } from '../workspace/workspace-store';
import type { DraftStorage, Refusal } from './draft';
import { createDraftLocks } from './draft-locks';
import { createDraftsStore } from './drafts-store';
import { createMemoryDrafts, withMemory } from './memory-drafts';
import { createTabSession } from './tab-session';

const SIDE = { 'models.py': 'm', 'script.py': 's' };
const workspace = (slug: string): Workspace => ({
  origin: { kind: 'scenario', slug },
  name: slug,
  files: { django: SIDE, sqlalchemy: SIDE },
  database: { kind: 'empty' },
});
/** Only what opening a scenario reads of it. */
const scenario = (slug: string) =>
  ({
    slug,
    name: slug,
    files: workspace(slug).files,
    dataset: null,
    datasetSql: null,
  }) as unknown as Scenario;

/** Locks as a browser has them: for all tabs of a site, first come, first served. */
function fakeLockManager() {
  const holders = new Map<string, Promise<unknown>>();
  const request = async (
    name: string,
    { signal }: LockOptions,
    granted: (lock: Lock) => Promise<unknown>,
  ) => {
    await Promise.resolve();
    while (holders.has(name)) {
      await Promise.race([holders.get(name), aborted(signal)]);
      if (signal?.aborted) throw signal.reason;
    }
    const work = granted({ name, mode: 'exclusive' });
    holders.set(name, work);
    await work;
    holders.delete(name);
  };
  const query = async () => ({ held: [...holders.keys()].map((name) => ({ name })) });
  return { request, query } as unknown as LockManager;
}

const aborted = (signal: AbortSignal | undefined) =>
  new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));

/** A browser with tabs, and what outlives them. */
function browser(storage: DraftStorage = createMemoryDrafts()) {
  const locks = fakeLockManager();
  let ids = 0;
  let time = 0;
  /** Opens a tab; with another one's memory it is that tab reloaded, opened again, or its duplicate. */
  const tab = async (memory = new Map<string, string>(), asked: Scenario | null = null) => {
    const session = {
      getItem: (key: string) => memory.get(key) ?? null,
      setItem: (key: string, value: string) => memory.set(key, value),
    } as unknown as Storage;
    const hide: Array<() => void> = [];
    const held: Array<() => void> = [];
    const mine = createDraftLocks({
      request: ((name: string, options: LockOptions, granted: () => Promise<void>) =>
        locks.request(name, options, () =>
          Promise.race([granted(), new Promise<void>((free) => held.push(free))]),
        )) as LockManager['request'],
      query: () => locks.query(),
    });
    const work = createWorkspaceStore(workspace('first'));
    const drafts = createDraftsStore({
      workspace: work,
      storage,
      locks: mine,
      session: createTabSession(() => session),
      newId: () => `draft-${++ids}`,
      clock: () => ++time,
      onHide: (callback) => hide.push(callback),
    });
    const begun = drafts.getState().begin(asked);
    await settle();
    await begun;
    return {
      memory,
      drafts,
      work,
      type: (text: string) => work.getState().setFile('django', 'script.py', text),
      text: () => work.getState().files.django['script.py'],
      offered: () => drafts.getState().others.map(({ name, id }) => `${id} ${name}`),
      /** What the browser does when a tab is closed. */
      close: async () => {
        for (const callback of hide) callback();
        await settle();
        for (const free of held) free();
        await settle();
      },
    };
  };
  return { tab, storage };
}

/** Lets everything that waits happen, waits of half a second among it. */
const settle = () => vi.advanceTimersByTimeAsync(1_600);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the drafts of a tab', () => {
  it('are saved a moment after the last change, and said to be', async () => {
    const { tab, storage } = browser();
    const { work, type } = await tab();
    expect(work.getState().saving).toEqual({ kind: 'saved' });
    type('one');
    await vi.advanceTimersByTimeAsync(200);
    type('two');
    expect(work.getState().saving).toEqual({ kind: 'unsaved' });
    await vi.advanceTimersByTimeAsync(200);
    expect(await storage.list()).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(work.getState().saving).toEqual({ kind: 'saved' });
    expect((await storage.read('draft-1'))?.workspace.files.django['script.py']).toBe('two');
  });

  it('come back after a reload, with what they can be reset to', async () => {
    const { tab } = browser();
    const before = await tab();
    before.type('mine');
    await before.close();
    const after = await tab(before.memory);
    expect(after.text()).toBe('mine');
    expect(isEdited(after.work.getState())).toBe(true);
    after.work.getState().reset();
    expect(after.text()).toBe('s');
  });

  it('are saved when the tab is closed right after a change', async () => {
    const { tab } = browser();
    const before = await tab();
    before.type('last words');
    await before.close();
    expect((await tab(before.memory)).text()).toBe('last words');
  });

  it('are gone once nothing differs from what was opened', async () => {
    const { tab, storage } = browser();
    const { type, work } = await tab();
    type('x');
    await settle();
    expect(await storage.list()).toHaveLength(1);
    work.getState().reset();
    await settle();
    expect(await storage.list()).toEqual([]);
  });

  it('never overwrite those of another tab, also of a duplicate', async () => {
    const { tab } = browser();
    const one = await tab();
    const other = await tab();
    one.type('one');
    other.type('other');
    await settle();
    const copy = await tab(new Map(one.memory));
    expect(copy.text()).toBe('one');
    copy.type('copy');
    await settle();
    for (const each of [one, other, copy]) await each.close();
    expect((await tab(one.memory)).text()).toBe('one');
    expect((await tab(other.memory)).text()).toBe('other');
    expect((await tab(copy.memory)).text()).toBe('copy');
  });

  it('are kept of a duplicate that nobody has touched', async () => {
    const { tab } = browser();
    const one = await tab();
    one.type('one');
    await settle();
    const copy = await tab(new Map(one.memory));
    await settle();
    await copy.close();
    one.type('one, later');
    await settle();
    expect((await tab(copy.memory)).text()).toBe('one');
  });

  it('are offered to a new tab, the newest first, once no tab holds them', async () => {
    const { tab } = browser();
    const one = await tab();
    const other = await tab();
    one.type('one');
    await settle();
    other.type('other');
    await settle();
    expect((await tab()).offered()).toEqual([]);
    await one.close();
    await other.close();
    const fresh = await tab();
    expect(fresh.text()).toBe('s');
    expect(fresh.offered()).toEqual(['draft-2 first', 'draft-1 first']);
  });

  it('are taken up by one tab only, and the work there stays behind as a draft', async () => {
    const { tab } = browser();
    const gone = await tab();
    gone.type('gone');
    await gone.close();
    const one = await tab();
    const other = await tab();
    one.type('one');
    const taking = one.drafts.getState().takeUp('draft-1');
    await settle();
    expect(await taking).toBe(true);
    expect(one.text()).toBe('gone');
    expect(one.offered()).toEqual(['draft-2 first']);
    one.type('gone, and found');
    const late = other.drafts.getState().takeUp('draft-1');
    await settle();
    expect(await late).toBe(false);
    expect(other.text()).toBe('s');
    await one.close();
    expect((await tab(one.memory)).text()).toBe('gone, and found');
    const third = await tab();
    expect(third.offered()).toEqual(['draft-2 first']);
    const left = third.drafts.getState().takeUp('draft-2');
    await settle();
    await left;
    expect(third.text()).toBe('one');
  });

  it('stay behind when something else is opened, and are offered at once', async () => {
    const { tab } = browser();
    const { work, type, offered, text } = await tab();
    type('mine');
    work.getState().openScenario(scenario('second'));
    await settle();
    expect(text()).toBe('s');
    expect(work.getState().saving).toEqual({ kind: 'saved' });
    expect(offered()).toEqual(['draft-1 first']);
    type('of the second');
    await settle();
    expect(offered()).toEqual(['draft-1 first']);
  });

  it('give way to a scenario that is asked for, unless they began from it', async () => {
    const { tab } = browser();
    const before = await tab();
    before.type('mine');
    await before.close();
    const same = await tab(new Map(before.memory), scenario('first'));
    expect(same.text()).toBe('mine');
    await same.close();
    const asked = await tab(new Map(before.memory), scenario('second'));
    expect(asked.work.getState().name).toBe('second');
    expect(asked.offered()).toEqual(['draft-1 first']);
    await asked.drafts.getState().begin(null);
    expect(asked.work.getState().name).toBe('second');
    await asked.drafts.getState().begin(scenario('third'));
    expect(asked.work.getState().name).toBe('third');
  });

  it('are not thrown away while another tab has them', async () => {
    const { tab, storage } = browser();
    const gone = await tab();
    gone.type('gone');
    await gone.close();
    const one = await tab();
    const other = await tab();
    const taking = other.drafts.getState().takeUp('draft-1');
    await settle();
    await taking;
    const discarding = one.drafts.getState().discard('draft-1');
    await settle();
    expect(await discarding).toBeNull();
    expect(await storage.read('draft-1')).not.toBeNull();
    expect(one.offered()).toEqual([]);
  });

  it('can be thrown away, and brought back', async () => {
    const { tab, storage } = browser();
    const gone = await tab();
    gone.type('gone');
    await gone.close();
    const { drafts, offered } = await tab();
    const thrown = await drafts.getState().discard('draft-1');
    expect(offered()).toEqual([]);
    expect(await storage.read('draft-1')).toBeNull();
    if (thrown !== null) await drafts.getState().bringBack(thrown);
    expect(offered()).toEqual(['draft-1 first']);
    expect((await storage.read('draft-1'))?.workspace.files.django['script.py']).toBe('gone');
  });

  it('do not pile up: the oldest that no tab holds are let go of', async () => {
    const { tab, storage } = browser();
    for (let index = 0; index < 22; index += 1) {
      const each = await tab();
      each.type(`${index}`);
      await each.close();
    }
    expect((await tab()).offered()).toHaveLength(20);
    expect((await storage.list()).at(-1)?.id).toBe('draft-3');
  });
});

describe('storage that refuses', () => {
  const FULL: Refusal = { kind: 'refused', why: 'full', sentence: 'There is no room left.' };
  const refusing = () => {
    const room = createMemoryDrafts();
    let refuses = true;
    const storage = withMemory({ ...room, write: async (draft) => (refuses ? FULL : room.write(draft)) });
    return {
      storage,
      free: () => {
        refuses = false;
      },
      room,
    };
  };

  it('is said once, and taken back when there is room again', async () => {
    const { storage, free, room } = refusing();
    const { work, type } = await browser(storage).tab();
    const said: string[] = [];
    work.subscribe(({ saving }) => {
      if (saving.kind !== said.at(-1)) said.push(saving.kind);
    });
    type('one');
    await settle();
    type('two');
    await settle();
    expect(said).toEqual(['unsaved', 'refused']);
    free();
    type('three');
    await settle();
    expect(said).toEqual(['unsaved', 'refused', 'saved']);
    expect((await room.list()).map(({ id }) => id)).toEqual(['draft-1']);
  });

  it('loses nothing within the tab', async () => {
    const { storage } = refusing();
    const { work, type, drafts, text } = await browser(storage).tab();
    type('mine');
    await settle();
    work.getState().openScenario(scenario('second'));
    await settle();
    const taking = drafts.getState().takeUp('draft-1');
    await settle();
    await taking;
    expect(text()).toBe('mine');
  });
});
