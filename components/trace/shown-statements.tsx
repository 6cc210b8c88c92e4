'use client';

import { type ReactNode, useRef } from 'react';
import { counted } from '@/lib/trace/view/figures';
import type { Item } from '@/lib/trace/view/items';
import { countIn, filterItems } from '@/lib/trace/view/statement-filter';
import { LongStatementList } from './long-statement-list';
import { indexOfStatement, SEEK_STATEMENT } from './seek';
import type { CardContext } from './statement-card';
import { useStatementFilter } from './statement-filter-context';
import { StatementList } from './statement-list';
import { useSeek } from './use-seek';

interface ShownStatementsProps extends CardContext {
  readonly items: readonly Item[];
  /** Ids of the statements that findings speak of. */
  readonly found: ReadonlySet<number>;
  /** "Statements of Read each author, Django ORM". */
  readonly label: string;
  /** What is to be said of the list as a whole. */
  readonly note?: ReactNode;
}

/** More items than this are sorted by kind first, and drawn only where they are in sight. */
const LONG_LIST = 100;

/** What a cell sent, as far as the page's filter leaves it. */
export function ShownStatements({ items, found, note, ...context }: ShownStatementsProps) {
  const shown = filterItems(items, useStatementFilter(), found);
  return (
    <>
      {note}
      {shown.length === 0 && items.length > 0 ? (
        <p className="statement-note">None of {counted(countIn(items), 'statement')} is shown.</p>
      ) : shown.length > LONG_LIST ? (
        <LongStatementList items={shown} {...context} />
      ) : (
        <ShortStatementList items={shown} {...context} />
      )}
    </>
  );
}

type ShortStatementListProps = CardContext & Pick<ShownStatementsProps, 'items' | 'label'>;

/** All of it is drawn, so that what is sought only has to be scrolled to. */
function ShortStatementList({ items, ...context }: ShortStatementListProps) {
  const element = useRef<HTMLDivElement>(null);
  useSeek(element, SEEK_STATEMENT, (id) => {
    const rows = element.current?.querySelectorAll('.statements > li');
    rows?.[indexOfStatement(items, id)]?.scrollIntoView({ block: 'center' });
  });
  return (
    <div ref={element}>
      <StatementList items={items} {...context} />
    </div>
  );
}
