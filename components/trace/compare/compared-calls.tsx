import type { ReactNode } from 'react';
import { ormClass, threadClass } from '@/components/trace/names';
import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import type { ComparedCalls, ComparedTexts } from '@/lib/trace/alignment/compare-calls';
import { sayAlignment } from '@/lib/trace/alignment/say-alignment';
import type { Statement } from '@/lib/trace/schema';
import { counted, whole } from '@/lib/trace/view/figures';
import { ClauseTable } from './clause-table';

interface ComparedCallsViewProps {
  readonly compared: ComparedCalls;
  /** Further rows of a pair's table, as the plans of both. */
  readonly more?: (pair: ComparedTexts) => ReactNode;
}

/** Texts that are compared in full; two calls seldom send more than one or two. */
const MOST_PAIRS = 5;

/** What two calls sent, text by text and clause by clause. */
export function ComparedCallsView({ compared: { pairs, alone }, more }: ComparedCallsViewProps) {
  return (
    <>
      {pairs.slice(0, MOST_PAIRS).map((pair, index) => (
        <Pair
          key={`${pair.left.id} ${pair.right.id}`}
          pair={pair}
          name={pairs.length === 1 ? null : `Statement ${index + 1} of ${pairs.length}`}
        >
          {more?.(pair)}
        </Pair>
      ))}
      {pairs.length > MOST_PAIRS && (
        <p className="compare-note">{counted(pairs.length - MOST_PAIRS, 'more pair')} of statements.</p>
      )}
      {ORMS.map((orm) => (
        <Alone key={orm} orm={orm} statements={orm === 'django' ? alone.left : alone.right} />
      ))}
    </>
  );
}

/** Which call of which side is compared. */
export function CallName({ orm, call }: { readonly orm: Orm; readonly call: number }) {
  return (
    <span className={`${ormClass(orm)} ${threadClass(call)} compare-call`}>
      <span className="chip">
        <span className="sr-only">call </span>
        {call}
      </span>
      <span className="orm-name">{ORM_NAMES[orm]}</span>
    </span>
  );
}

interface PairProps {
  readonly pair: ComparedTexts;
  /** Null for the only pair. */
  readonly name: string | null;
  readonly children: ReactNode;
}

function Pair({ pair, name, children }: PairProps) {
  const { times, alignment } = pair;
  const sent =
    times.left === 1 && times.right === 1
      ? 'Sent once on each side.'
      : `Sent ${whole(times.left)} and ${counted(times.right, 'time')}.`;
  return (
    <>
      <p className="compare-says">
        {name !== null && <b>{name}. </b>}
        <b>{sayAlignment(alignment)}.</b> {sent}
      </p>
      <ClauseTable pair={pair} label={name ?? 'Clause by clause'}>
        {children}
      </ClauseTable>
    </>
  );
}

function Alone({ orm, statements }: { readonly orm: Orm; readonly statements: readonly Statement[] }) {
  if (statements.length === 0) return null;
  const [first] = statements;
  const other = ORM_NAMES[orm === 'django' ? 'sqlalchemy' : 'django'];
  return (
    <p className="compare-note">
      {ORM_NAMES[orm]} also sent {counted(statements.length, 'statement')} for which {other}’s call has none
      {first !== undefined && (
        <>
          : <code>{first.sql.slice(0, LONGEST_ALONE)}</code>
          {(first.sql.length > LONGEST_ALONE || statements.length > 1) && ' …'}
        </>
      )}
    </p>
  );
}

const LONGEST_ALONE = 200;
