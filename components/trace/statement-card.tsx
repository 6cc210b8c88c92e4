import clsx from 'clsx';
import CircleAlert from 'lucide-react/icons/circle-alert';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';
import type { Statement } from '@/lib/trace/schema';
import { counted, duration, whole } from '@/lib/trace/view/figures';
import type { StatementItem } from '@/lib/trace/view/items';
import { runnableSql } from '@/lib/trace/view/placeholders';
import { reasonWords } from '@/lib/trace/view/reason-words';
import { timeOf } from '@/lib/trace/view/side-view';
import { type Sources, textAt } from '@/lib/trace/view/source-text';
import { sqlViewOf } from '@/lib/trace/view/sql-view';
import { stripOf } from '@/lib/trace/view/strip';
import { assertNever } from '@/lib/util/assert-never';
import { AsSent } from './as-sent';
import { Fold } from './fold';
import { type CellPlace, chipId, sentId, threadClass } from './names';
import { RepeatsTable } from './repeats-table';
import { RowsTable } from './rows-table';
import { ScriptLine } from './script-line';
import { SqlText } from './sql-text';
import { StripView } from './strip-view';

/** What every card of a list is told. */
export interface CardContext {
  readonly place: CellPlace;
  /** The person's files as they were when they ran: a reason names the method that was called. */
  readonly sources: Sources;
  /** Time in SQLite of the run's longest item, in µs: bars are measured by it. */
  readonly longestUs: number;
  /** True: folds are part of the page from the beginning, for pages without scripts. */
  readonly isStatic: boolean;
  /** By the id of a statement: µs between what its cell sent before it and itself; left out where not known. */
  readonly pythonUs?: ReadonlyMap<number, number>;
  /** More to do with a statement, beside Rows and Copy. */
  readonly actions?: (statement: Statement) => ReactNode;
}

interface StatementCardProps extends CardContext {
  readonly item: StatementItem;
  /** The first card of its call, to which the call's chip leads. */
  readonly isFirstOfCall: boolean;
}

/** One statement, or several alike as one: what, why, how many rows, how long, from which line, and the SQL. */
export function StatementCard({ item, isFirstOfCall, ...context }: StatementCardProps) {
  const { place, sources, longestUs } = context;
  const { statements, call, where } = item;
  const [first] = statements;
  const [innermost] = first.stack;
  const why = reasonWords(first, innermost === undefined ? null : textAt(sources, innermost.span));
  const us = timeOf(statements);
  return (
    <article
      className={clsx('statement', threadClass(call), item.undone && 'statement-undone')}
      id={call !== null && isFirstOfCall ? sentId(place, call) : undefined}
      data-call={call ?? undefined}
      data-statement={first.id}
      aria-label={labelOf(item, why)}
      tabIndex={-1}
    >
      {call !== null && <CallChip place={place} call={call} isRedundant />}
      <header className="statement-head">
        <Verb statement={first} />
        {statements.length > 1 && <span className="statement-times">×{whole(statements.length)}</span>}
        <span>
          {why}
          {item.undone && ', undone'}
        </span>
        <span className="statement-figures">
          <span>{rowWords(item)}</span>
          <span className="statement-time">
            {duration(us)}
            <i style={{ '--share': (us / longestUs).toFixed(3) }} aria-hidden="true" />
          </span>
          <LineLink item={item} place={place} />
        </span>
      </header>
      <SqlText view={sqlViewOf(statements)} />
      {first.error !== undefined && (
        <p className="statement-error">
          <Icon of={CircleAlert} className="mt-0.5 shrink-0" />
          <span>{first.error.message}</span>
        </p>
      )}
      {where !== '' && <span className="sr-only">in {where}</span>}
      <CardFoot item={item} {...context} />
    </article>
  );
}

interface CallChipProps {
  readonly place: CellPlace;
  readonly call: number;
  /** The line beside it leads to the same place: no second stop of Tab, and nothing to read out twice. */
  readonly isRedundant?: boolean;
}

/** The number of the call that sent it; leads to the code. */
export function CallChip({ place, call, isRedundant = false }: CallChipProps) {
  return (
    <a
      className="chip statement-chip"
      href={`#${chipId(place, call)}`}
      {...(isRedundant ? { tabIndex: -1, 'aria-hidden': true } : {})}
    >
      <span className="sr-only">sent by call </span>
      {call}
    </a>
  );
}

function LineLink({
  item: { statements, call },
  place,
}: {
  readonly item: StatementItem;
  readonly place: CellPlace;
}) {
  const words = <ScriptLine statement={statements[0]} />;
  if (call === null) return <span>{words}</span>;
  return (
    <a className="statement-line" href={`#${chipId(place, call)}`}>
      {words}
    </a>
  );
}

function CardFoot({
  item,
  isStatic,
  pythonUs,
  actions,
}: Omit<CardContext, 'place' | 'sources' | 'longestUs'> & { readonly item: StatementItem }) {
  const { statements, isRepeat } = item;
  const [first] = statements;
  const repeats = isRepeat.filter(Boolean).length;
  const isMany = statements.length > 1;
  return (
    <footer className="statement-foot">
      {isMany && (
        <>
          <StripView strip={stripOf([item])} look="dense" />
          <span>
            {whole(statements.length)} similar{first.kind === 'select' && `, ${repeatWords(repeats)}`}.
          </span>
          <Fold
            className="statement-fold"
            dataKey="all"
            isStatic={isStatic}
            summary={`Show all ${whole(statements.length)}`}
          >
            <RepeatsTable statements={statements} isRepeat={isRepeat} />
          </Fold>
        </>
      )}
      <div className="statement-actions">
        {first.rows.length > 0 && (
          <Fold className="statement-fold" dataKey="rows" isStatic={isStatic} summary="Rows">
            {isMany && <p className="statement-note">Of the first of them:</p>}
            <RowsTable statement={first} />
          </Fold>
        )}
        {actions?.(first)}
        {first.params !== null && <ParamsButton />}
        <Fold className="statement-fold" dataKey="sent" isStatic={isStatic} summary="As sent">
          <AsSent statements={statements} pythonUs={pythonUs} />
        </Fold>
        <CopyButton
          name="Copy SQL that runs"
          dataKey="copy"
          className="needs-script"
          text={isStatic ? runnableSql(first).sql : () => runnableSql(first).sql}
        />
      </div>
    </footer>
  );
}

/** For all cards of the page at once; a letter does the same. Which of the two it says is a matter of style sheets. */
function ParamsButton() {
  return (
    <button type="button" className="statement-action needs-script" data-key="params">
      <span className="params-apart">Values apart</span>
      <span className="params-inline">Values in place</span>
    </button>
  );
}

function Verb({ statement: { kind, sql } }: { readonly statement: Statement }) {
  switch (kind) {
    case 'select':
    case 'pragma':
    case 'other':
    case 'begin':
    case 'commit':
    case 'rollback':
    case 'savepoint':
    case 'release':
    case 'rollback-to':
      return <span className="verb">{firstWord(sql)}</span>;
    case 'insert':
    case 'update':
    case 'delete':
    case 'ddl':
      return <span className={`verb verb-${kind}`}>{firstWord(sql)}</span>;
    default:
      return assertNever(kind);
  }
}

/** As it is written; `WITH … SELECT` is called by its first word too. */
function firstWord(sql: string): string {
  return /^\s*([a-z]+)/i.exec(sql)?.[1]?.toUpperCase() ?? 'SQL';
}

function repeatWords(repeats: number): string {
  return repeats === 0 ? 'no exact repeats' : `${counted(repeats, 'exact repeat')} (hollow)`;
}

function rowWords({ statements }: StatementItem): string {
  const [first] = statements;
  if (first.error !== undefined) return 'refused';
  const counts = statements.map(({ rowCount }) => rowCount);
  if (counts.every((count) => count === null)) return '';
  const isSame = counts.every((count) => count === first.rowCount);
  const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (statements.length > 1 && isSame) return `${counted(first.rowCount ?? 0, 'row')} each`;
  return counted(total, 'row');
}

function labelOf({ statements, call, where }: StatementItem, why: string): string {
  const [first] = statements;
  return [
    call === null ? firstWord(first.sql) : `Call ${call}, ${firstWord(first.sql)}`,
    ...(statements.length > 1 ? [`${whole(statements.length)} times`] : []),
    why,
    ...(where === '' ? [] : [`in ${where}`]),
  ].join(', ');
}
