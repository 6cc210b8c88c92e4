'use client';

import Ellipsis from 'lucide-react/icons/ellipsis';
import { useId, useRef } from 'react';
import { Icon } from '@/components/ui/icon';
import { ORM_NAMES, ORMS } from '@/lib/orm/orm';
import { perform } from '@/lib/stores/actions/page-actions';
import { pagePreferences } from '@/lib/stores/page-stores';
import { useDrafts, useRuns, useWorkspace } from '@/lib/stores/use-desk';
import { usePreferences } from '@/lib/stores/use-preferences';
import { isEdited } from '@/lib/stores/workspace/workspace-store';
import type { PlayPanel } from './use-play-actions';

interface BarMenuProps {
  readonly isOpen: boolean;
  readonly onPanel: (panel: PlayPanel) => void;
}

/** What is done seldomer than Run: one side only, by itself after a pause, looking back, other drafts. */
export function BarMenu({ isOpen, onPanel }: BarMenuProps) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const isLive = usePreferences((state) => state.live);
  const runs = useRuns(({ timeline }) => timeline.length);
  const edited = useWorkspace(isEdited);
  const drafts = useDrafts(({ others }) => others.length);
  /** Under its button, at its end. */
  const place = (): void => {
    const at = opener.current?.getBoundingClientRect();
    if (at === undefined || menu.current === null) return;
    menu.current.style.top = `${at.bottom + 4}px`;
    menu.current.style.right = `${Math.max(8, document.documentElement.clientWidth - at.right)}px`;
  };
  const close = (): void => menu.current?.hidePopover();
  const then = (what: () => void) => () => {
    close();
    what();
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        className="button button-quiet"
        popoverTarget={id}
        aria-haspopup="dialog"
        onClick={place}
      >
        <Icon of={Ellipsis} />
        More
      </button>
      <div ref={menu} id={id} popover="auto" role="dialog" aria-label="More about runs" className="bar-menu">
        <label className="bar-menu-item">
          <input
            type="checkbox"
            checked={isLive}
            onChange={({ target }) => pagePreferences.getState().set({ live: target.checked })}
          />
          Run by itself after each pause
        </label>
        {ORMS.map((orm) => (
          <button
            key={orm}
            type="button"
            className="bar-menu-item"
            disabled={!isOpen}
            onClick={then(() => perform(`run-${orm}`))}
          >
            Run {ORM_NAMES[orm]} only
          </button>
        ))}
        {edited && (
          <button type="button" className="bar-menu-item" onClick={then(() => perform('undo-edits'))}>
            Undo all edits
          </button>
        )}
        <button type="button" className="bar-menu-item" onClick={then(() => onPanel('runs'))}>
          Runs of this tab <span className="bar-menu-count">{runs}</span>
        </button>
        <button type="button" className="bar-menu-item" onClick={then(() => onPanel('drafts'))}>
          Other drafts <span className="bar-menu-count">{drafts}</span>
        </button>
      </div>
    </>
  );
}
