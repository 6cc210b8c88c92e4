'use client';

import { useMemo, useState } from 'react';
import { DataTable } from '@/components/ui/data-table';
import { duration, whole } from '@/lib/trace/view/figures';
import type { Item } from '@/lib/trace/view/items';
import { kindsOf, type StatementKindView } from '@/lib/trace/view/kinds';
import { type CellPlace, threadClass } from './names';
import { CallChip } from './statement-card';

type Order = 'count' | 'rows' | 'us';

interface KindTableProps {
  readonly items: readonly Item[];
  readonly place: CellPlace;
  /** Called with the fingerprint of the kind whose statements are to be shown one by one. */
  readonly onShow: (fingerprint: string) => void;
}

/** What very many statements come to: each kind with how often, how many rows and how long, sorted by one of them. */
export function KindTable({ items, place, onShow }: KindTableProps) {
  const [order, setOrder] = useState<Order>('us');
  const found = useMemo(() => kindsOf(items), [items]);
  const kinds = [...found].sort((one, other) => other[order] - one[order]);
  const head = (name: string, by: Order) => (
    <button type="button" className="kind-order" aria-pressed={order === by} onClick={() => setOrder(by)}>
      {name}
    </button>
  );
  return (
    <DataTable
      label="Statements by kind"
      head={['Statement', head('Sent', 'count'), head('Rows', 'rows'), head('Time', 'us'), 'Calls']}
      className="statement-table"
    >
      {kinds.map((kind) => (
        <Kind key={kind.fingerprint} kind={kind} place={place} onShow={() => onShow(kind.fingerprint)} />
      ))}
    </DataTable>
  );
}

/** Characters of SQL, and calls, that are shown of a kind. */
const LONGEST = 240;
const MOST_CALLS = 6;

interface KindProps {
  readonly kind: StatementKindView;
  readonly place: CellPlace;
  readonly onShow: () => void;
}

function Kind({ kind, place, onShow }: KindProps) {
  const { fingerprint, count, rows, us, calls } = kind;
  return (
    <tr>
      <td className="value">
        <button type="button" className="kind-show" onClick={onShow}>
          {fingerprint.slice(0, LONGEST)}
          {fingerprint.length > LONGEST && '…'}
        </button>
      </td>
      <td className="value-number">{whole(count)}</td>
      <td className="value-number">{whole(rows)}</td>
      <td className="value-number">{duration(us)}</td>
      <td>
        <span className="kind-calls">
          {calls.slice(0, MOST_CALLS).map((call) => (
            <span key={call} className={threadClass(call)}>
              <CallChip place={place} call={call} />
            </span>
          ))}
          {calls.length > MOST_CALLS && `and ${whole(calls.length - MOST_CALLS)} more`}
        </span>
      </td>
    </tr>
  );
}
