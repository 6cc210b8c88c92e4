import { type Draft, type DraftStorage, newestFirst } from './draft';

/** Keeps drafts for as long as the page lives. */
export function createMemoryDrafts(): DraftStorage {
  const drafts = new Map<string, Draft>();
  return {
    list: async () => newestFirst([...drafts.values()].map(({ summary }) => summary)),
    read: async (id) => drafts.get(id) ?? null,
    write: async (draft) => {
      drafts.set(draft.summary.id, draft);
      return null;
    },
    remove: async (id) => {
      drafts.delete(id);
    },
  };
}

/**
 * Keeps in `memory` what `storage` refuses, so that work is still there when somebody opens something else
 * and comes back. The refusal is handed on.
 */
export function withMemory(storage: DraftStorage, memory: DraftStorage = createMemoryDrafts()): DraftStorage {
  return {
    list: async () => {
      const inMemory = await memory.list();
      const stored = (await storage.list()).filter(({ id }) => inMemory.every((draft) => draft.id !== id));
      return newestFirst([...inMemory, ...stored]);
    },
    read: async (id) => (await memory.read(id)) ?? storage.read(id),
    write: async (draft) => {
      const refusal = await storage.write(draft);
      if (refusal === null) await memory.remove(draft.summary.id);
      else await memory.write(draft);
      return refusal;
    },
    remove: async (id) => {
      await Promise.all([memory.remove(id), storage.remove(id)]);
    },
  };
}
