'use client';

import type { MouseEvent, ReactNode } from 'react';
import { CodeBlock } from '@/components/trace/code-block';
import { ormClass } from '@/components/trace/names';
import type { CardContext } from '@/components/trace/statement-card';
import { StatementRow } from '@/components/trace/statement-list';
import { Dialog } from '@/components/ui/dialog';
import type { CallView } from '@/lib/trace/view/calls';
import { codeLines } from '@/lib/trace/view/code-view';
import type { Item } from '@/lib/trace/view/items';

interface PinnedSheetProps extends CardContext {
  /** "Call 2 of Read each author, Django ORM". */
  readonly title: string;
  readonly call: CallView;
  /** Of the cell that it is in; those of the call are drawn. */
  readonly items: readonly Item[];
  readonly onClose: () => void;
  /** How it compares with the call of the other side. */
  readonly children?: ReactNode;
}

/** Items of one call that are drawn in the sheet; the page behind it has all of them. */
const MOST_ITEMS = 20;

/** On a phone: a pinned call and what it sent, together over the page. */
export function PinnedSheet({ title, call, items, onClose, children, ...context }: PinnedSheetProps) {
  const place = { ...context.place, isInSheet: true } as const;
  const { file, startLine, endLine } = call.span;
  const text =
    context.sources[file]
      ?.split('\n')
      .slice(startLine - 1, endLine)
      .join('\n') ?? '';
  const own = items.filter((item) => item.call === call.number);
  return (
    <Dialog title={title} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links in it are what is pressed, by keys too */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key on a link is a click */}
      <div className={`pinned-sheet ${ormClass(place.orm)}`} onClick={followInSheet}>
        <CodeBlock lines={codeLines(text, startLine, [call])} place={place} label="The call" />
        <ol className="statements" aria-label="What it sent">
          {own.slice(0, MOST_ITEMS).map((item, index) => (
            <li key={item.key}>
              <StatementRow {...context} item={item} isFirstOfCall={index === 0} place={place} />
            </li>
          ))}
        </ol>
        {own.length > MOST_ITEMS && (
          <p className="statement-note">{own.length - MOST_ITEMS} more on the page behind this.</p>
        )}
        {children}
      </div>
    </Dialog>
  );
}

/** Links lead to what is in the sheet, and leave the address alone. */
function followInSheet(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return;
  const link = event.target.closest<HTMLAnchorElement>('a[href^="#"]');
  if (link === null) return;
  event.preventDefault();
  document.getElementById(link.hash.slice(1))?.scrollIntoView({ block: 'nearest' });
}
