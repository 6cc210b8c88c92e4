import clsx from 'clsx';
import { memo } from 'react';
import type { BoundaryItem, Item, Rail } from '@/lib/trace/view/items';
import { type CellPlace, sentId, threadClass } from './names';
import { ScriptLine } from './script-line';
import { CallChip, type CardContext, StatementCard } from './statement-card';

interface StatementListProps extends CardContext {
  readonly items: readonly Item[];
  /** "Statements of Read each author, Django ORM". */
  readonly label: string;
}

/** All that a cell sent, in the order of sending; transactions are rails beside it. */
export function StatementList({ items, label, ...context }: StatementListProps) {
  const firsts = firstOfCalls(items);
  return (
    <ol className="statements" aria-label={label}>
      {items.map((item) => (
        <li key={item.key} data-last={item.statements.at(-1)?.id}>
          <StatementRow item={item} isFirstOfCall={firsts.has(item.key)} {...context} />
        </li>
      ))}
    </ol>
  );
}

interface StatementRowProps extends CardContext {
  readonly item: Item;
  readonly isFirstOfCall: boolean;
}

/**
 * One row of the list, with the rails that run past it; a virtual list draws these by itself. While a run goes on,
 * and while code is edited, lists are drawn again and again: a row is not, as long as its item is the same.
 */
export const StatementRow = memo(Row, isSameRow);

/** How long it was Python's turn before a statement is known with the statement: `pythonUs` only grows. */
function isSameRow(one: StatementRowProps, other: StatementRowProps): boolean {
  return (
    one.item === other.item &&
    one.isFirstOfCall === other.isFirstOfCall &&
    one.place.orm === other.place.orm &&
    one.place.cell === other.place.cell &&
    one.sources === other.sources &&
    one.longestUs === other.longestUs &&
    one.actions === other.actions
  );
}

function Row({ item, isFirstOfCall, ...context }: StatementRowProps) {
  return (
    <div className="statement-row" style={{ '--depth': Math.max(0, item.rails.length - 1) }}>
      <Rails rails={item.rails} />
      {item.kind === 'boundary' ? (
        <Boundary item={item} isFirstOfCall={isFirstOfCall} place={context.place} />
      ) : (
        <StatementCard item={item} isFirstOfCall={isFirstOfCall} {...context} />
      )}
    </div>
  );
}

/** Keys of the items to which the chips of calls lead: the first card of each, or where it began a transaction. */
export function firstOfCalls(items: readonly Item[]): ReadonlySet<string> {
  const keys = new Map<number, string>();
  for (const kind of ['statements', 'boundary']) {
    for (const item of items) {
      if (item.kind === kind && item.call !== null && !keys.has(item.call)) keys.set(item.call, item.key);
    }
  }
  return new Set(keys.values());
}

function Rails({ rails }: { readonly rails: readonly Rail[] }) {
  return rails.map(({ starts, ends, undone }, index) => (
    <i
      // biome-ignore lint/suspicious/noArrayIndexKey: a rail is what lies at its depth
      key={index}
      className={clsx('rail', starts && 'rail-start', ends && 'rail-end', undone && 'rail-undone')}
      style={{ '--rail': index }}
      aria-hidden="true"
    />
  ));
}

interface BoundaryProps {
  readonly item: BoundaryItem;
  readonly isFirstOfCall: boolean;
  readonly place: CellPlace;
}

/** Where a transaction begins or ends: drawn, not counted. */
function Boundary({ item: { statements, call, verb, words }, isFirstOfCall, place }: BoundaryProps) {
  const [first] = statements;
  return (
    <p
      className={clsx('boundary', threadClass(call))}
      id={call !== null && isFirstOfCall ? sentId(place, call) : undefined}
      data-call={call ?? undefined}
      data-statement={first.id}
      tabIndex={-1}
    >
      <b>{verb}</b>
      <span>
        {words}
        {first.error !== undefined && `: ${first.error.message}`}
      </span>
      <span className="boundary-line">
        {call !== null && <CallChip place={place} call={call} />}
        <ScriptLine statement={first} />
      </span>
    </p>
  );
}
