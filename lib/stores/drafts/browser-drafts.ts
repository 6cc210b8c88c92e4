import { createStore, delMany, get, keys, promisifyRequest, type UseStore } from 'idb-keyval';
import {
  type Draft,
  DraftSchema,
  type DraftStorage,
  type DraftSummary,
  DraftSummarySchema,
  newestFirst,
  type Refusal,
} from './draft';

const DATABASE = 'orm-pilot-drafts';
const STORE = 'drafts';
/** A draft lies in two places, so that a list needs not read all of every draft. */
const SUMMARY = 'summary:';
const WHOLE = 'whole:';

/** Whether this browser keeps any database of drafts; nothing is made by asking. */
export async function hasBrowserDrafts(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
  } catch {
    return false;
  }
}

/** Keeps drafts in the browser's database; nothing is opened until it is asked. */
export function createBrowserDrafts(): DraftStorage {
  let opened: UseStore | null = null;
  const store = (): UseStore => {
    opened ??= createStore(DATABASE, STORE);
    return opened;
  };
  const read = async <T>(what: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await what();
    } catch {
      return otherwise;
    }
  };
  return {
    list: () =>
      read(async () => {
        const names = (await keys<string>(store())).filter((key) => key.startsWith(SUMMARY));
        const found = await Promise.all(names.map((name) => get<unknown>(name, store())));
        return newestFirst(
          found.flatMap((value): DraftSummary[] => {
            const parsed = DraftSummarySchema.safeParse(value);
            return parsed.success ? [parsed.data] : [];
          }),
        );
      }, []),
    read: (id) =>
      read(async () => {
        const parsed = DraftSchema.safeParse(await get<unknown>(WHOLE + id, store()));
        return parsed.success ? parsed.data : null;
      }, null),
    write: async (draft) => {
      try {
        await write(store(), draft);
        return null;
      } catch (error) {
        return refusalOf(error);
      }
    },
    remove: (id) => read(() => delMany([SUMMARY + id, WHOLE + id], store()), undefined),
  };
}

/**
 * Writes a draft in one transaction that is committed at once: a tab that is closed right after it has
 * handed the draft over would otherwise take the transaction with it.
 */
function write(store: UseStore, draft: Draft): Promise<void> {
  const { summary } = draft;
  return store('readwrite', (drafts) => {
    drafts.put(summary, SUMMARY + summary.id);
    drafts.put(draft, WHOLE + summary.id);
    drafts.transaction.commit();
    return promisifyRequest(drafts.transaction);
  });
}

function refusalOf(error: unknown): Refusal {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return isFull ? FULL : DENIED;
}

const FULL: Refusal = {
  kind: 'refused',
  why: 'full',
  sentence:
    'This browser has no room left, so your work is kept in this tab only. Free some room, or download it before you close the tab.',
};
const DENIED: Refusal = {
  kind: 'refused',
  why: 'denied',
  sentence:
    'This browser lets the site keep nothing, so your work is kept in this tab only. Download it before you close the tab.',
};
