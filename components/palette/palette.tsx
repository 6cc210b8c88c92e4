import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { useIsMac } from '@/components/ui/use-is-mac';
import { openExample } from '@/lib/stores/actions/example-opener';
import { perform } from '@/lib/stores/actions/page-actions';
import { assertNever } from '@/lib/util/assert-never';
import { type Entry, entriesOf, findEntries } from './entries';
import { type Example, fetchExamples } from './fetch-examples';
import { PaletteList } from './palette-list';

/** How far Page Up and Page Down go. */
const PAGE = 8;

/** Finds what can be done, opened and gone to, by a few letters of its name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const router = useRouter();
  const isMac = useIsMac();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [examples, setExamples] = useState<readonly Example[] | null | 'coming'>('coming');
  useEffect(() => {
    fetchExamples().then(setExamples, () => setExamples(null));
  }, []);
  useLayoutEffect(() => input.current?.focus(), []);

  const entries = useMemo(
    () => entriesOf(examples === null || examples === 'coming' ? [] : examples, isMac),
    [examples, isMac],
  );
  const found = useMemo(() => findEntries(query, entries), [query, entries]);
  const at = Math.min(active, found.length - 1);

  const choose = (entry: Entry): void => {
    onClose();
    // Once the dialog has given the focus back: what is done may move it on.
    setTimeout(() => act(entry), 0);
  };
  const act = ({ does }: Entry): void => {
    switch (does.kind) {
      case 'perform':
        perform(does.id);
        return;
      case 'open':
        if (!openExample(does.slug)) router.push(`/play/?scenario=${does.slug}`);
        return;
      case 'go':
        router.push(does.href);
        return;
      default:
        assertNever(does);
    }
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.key];
    const entry = found[at]?.entry;
    if (step !== undefined && found.length > 0) {
      const isPage = Math.abs(step) === PAGE;
      const next = isPage
        ? Math.min(found.length - 1, Math.max(0, at + step))
        : (at + step + found.length) % found.length;
      setActive(next);
    } else if (event.key === 'Enter' && entry !== undefined && !event.nativeEvent.isComposing) choose(entry);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title="Search" hidesTitle onClose={onClose}>
      <input
        ref={input}
        className="palette-input"
        role="combobox"
        aria-label="Search pages, examples and actions"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found[at] === undefined ? undefined : `${listId}-${found[at].entry.id}`}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="Search pages, examples and actions"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={press}
      />
      <PaletteList id={listId} found={found} active={at} onPoint={setActive} onChoose={choose} />
      <p className="palette-note" role="status">
        {found.length === 0
          ? `Nothing here is called “${query.trim()}”. Try fewer letters.`
          : examples === null
            ? 'The list of examples could not be fetched; pages and actions are here.'
            : ''}
      </p>
    </Dialog>
  );
}
