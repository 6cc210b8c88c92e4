import { keyNames } from '@/lib/stores/actions/chord';
import { performable } from '@/lib/stores/actions/page-actions';
import { SITE_PAGES } from '@/lib/stores/actions/site-pages';
import { fuzzyMatch } from '@/lib/util/fuzzy-match';
import type { Example } from './fetch-examples';

/** Something that the palette offers. */
export interface Entry {
  readonly id: string;
  readonly group: 'Actions' | 'Examples' | 'Pages';
  readonly words: string;
  /** Stands behind it: what an example is about. */
  readonly note: string;
  /** The keys that do the same. */
  readonly keys: readonly string[];
  /** Other words by which somebody may look for it. */
  readonly also: string;
  readonly does:
    | { readonly kind: 'perform'; readonly id: ReturnType<typeof performable>[number]['id'] }
    | { readonly kind: 'open'; readonly slug: string }
    | { readonly kind: 'go'; readonly href: string };
}

/** An entry that was found, and which characters of its words were typed. */
export interface Found {
  readonly entry: Entry;
  readonly at: readonly number[];
}

/** What can be done, opened and gone to at this moment. */
export function entriesOf(examples: readonly Example[], isMac: boolean): Entry[] {
  const actions = performable()
    .filter(({ id }) => id !== 'search')
    .map(({ id, words, keys, also = '' }): Entry => {
      const [first] = keys;
      return {
        id: `action-${id}`,
        group: 'Actions',
        words,
        note: '',
        keys: first === undefined ? [] : keyNames(first, isMac),
        also,
        does: { kind: 'perform', id },
      };
    });
  const opened = examples.map(
    ({ slug, name, title }): Entry => ({
      id: `open-${slug}`,
      group: 'Examples',
      words: name,
      note: title,
      keys: [],
      also: 'play scenario',
      does: { kind: 'open', slug },
    }),
  );
  const pages = SITE_PAGES.map(
    ({ href, name, also = '' }): Entry => ({
      id: `page-${href.replaceAll(/\W/g, '')}`,
      group: 'Pages',
      words: name,
      note: '',
      keys: [],
      also,
      does: { kind: 'go', href },
    }),
  );
  const read = examples.map(
    ({ slug, name }): Entry => ({
      id: `read-${slug}`,
      group: 'Pages',
      words: `${name}, to read`,
      note: '',
      keys: [],
      also: 'scenario example',
      does: { kind: 'go', href: `/scenarios/${slug}/` },
    }),
  );
  return [...actions, ...opened, ...pages, ...read];
}

/** A letter here and a letter there is no match: for each that was typed, on average a third of a start of a word. */
const LEAST_FOR_EACH = 3;
/** What stands behind an entry's own words matches less. */
const ELSEWHERE = 4;

/** How well an entry fits; null when it does not. */
function matchOf(
  query: string,
  { words, note, also }: Entry,
): { score: number; at: readonly number[] } | null {
  const typed = query.trim().toLowerCase();
  const own = fuzzyMatch(typed, words);
  if (own !== null && own.score >= LEAST_FOR_EACH * typed.length) return own;
  const isElsewhere = ` ${note} ${also}`.toLowerCase().includes(` ${typed}`);
  return isElsewhere ? { score: ELSEWHERE * typed.length, at: [] } : null;
}

/**
 * The entries that fit what was typed, group by group: the group with the best one first, and the best first
 * within it. Where nothing was typed, all in their order.
 */
export function findEntries(query: string, entries: readonly Entry[]): Found[] {
  if (query.trim() === '') return entries.map((entry) => ({ entry, at: [] }));
  const found = entries.flatMap((entry) => {
    const fits = matchOf(query, entry);
    return fits === null ? [] : [{ entry, ...fits }];
  });
  const best = new Map<string, number>();
  for (const { entry, score } of found) best.set(entry.group, Math.max(score, best.get(entry.group) ?? 0));
  return found.sort(
    (one, other) =>
      (best.get(other.entry.group) ?? 0) - (best.get(one.entry.group) ?? 0) ||
      one.entry.group.localeCompare(other.entry.group) ||
      other.score - one.score,
  );
}
