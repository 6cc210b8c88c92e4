import { useEffect, useRef } from 'react';
import { Each } from '@/components/ui/each';
import { Kbd } from '@/components/ui/kbd';
import type { Entry, Found } from './entries';

interface PaletteListProps {
  readonly id: string;
  readonly found: readonly Found[];
  /** Which of them Enter takes. */
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (entry: Entry) => void;
}

/** What was found, in its groups. The focus stays in the field above, which names the active one. */
export function PaletteList({ id, found, active, onPoint, onChoose }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is active is marked in the list itself
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, found]);
  const groups = [...new Set(found.map(({ entry }) => entry.group))];
  return (
    <div ref={list} id={id} className="palette-list" role="listbox" aria-label="Found">
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box
        <div key={group} role="group" aria-label={group}>
          <p className="palette-group" aria-hidden="true">
            {group}
          </p>
          {found.map(({ entry, at }, index) =>
            entry.group === group ? (
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
              // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
              <div
                key={entry.id}
                id={`${id}-${entry.id}`}
                role="option"
                aria-selected={index === active}
                className="palette-option"
                onPointerMove={() => onPoint(index)}
                onClick={() => onChoose(entry)}
              >
                <span className="palette-words">
                  <Marked words={entry.words} at={at} />
                </span>
                {entry.note !== '' && <span className="palette-about">{entry.note}</span>}
                <span className="palette-keys">
                  <Each of={entry.keys}>{(name) => <Kbd>{name}</Kbd>}</Each>
                </span>
              </div>
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}

/** Words of which the typed characters stand out. */
function Marked({ words, at }: { readonly words: string; readonly at: readonly number[] }) {
  const typed = new Set(at);
  return <Each of={[...words]}>{(char, index) => (typed.has(index) ? <b>{char}</b> : char)}</Each>;
}
