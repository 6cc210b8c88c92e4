import clsx from 'clsx';
import { Each } from '@/components/ui/each';
import { whole } from '@/lib/trace/view/figures';
import { type Alike, binsOf, longestRun, type Strip, stripWords } from '@/lib/trace/view/strip';

interface StripViewProps {
  readonly strip: Strip;
  /** Ticks of the longest strip beside which this one stands: all of them share one scale. */
  readonly scale?: number;
  /** `dense` leaves little between ticks, for lists and feet of cards. */
  readonly look?: 'spaced' | 'dense';
  /** Whether the longest run says how many are alike. */
  readonly hasLabel?: boolean;
  readonly className?: string;
}

/** More ticks than this are drawn as columns of several; in little room, that many columns. */
const MOST_TICKS = 120;
const FEW_COLUMNS = 48;

/**
 * The sign of the product: a tick for each statement, reads short and writes tall, those alike bracketed.
 * Exact repeats and what was undone are hollow, so it can be read without colour.
 */
export function StripView({ strip, scale, look = 'spaced', hasLabel = false, className }: StripViewProps) {
  const count = strip.ticks.length;
  if (count === 0) return <span className={clsx('strip-none', className)}>no SQL</span>;
  const most = look === 'dense' && scale === undefined ? FEW_COLUMNS : MOST_TICKS;
  const columns = Math.min(count, most);
  const widest = Math.min(most, Math.max(columns, scale ?? columns));
  const longest = longestRun(strip.alike);
  return (
    <span className={clsx('strip', `strip-${look}`, className)}>
      <span
        className="strip-ticks"
        role="img"
        aria-label={stripWords(strip)}
        style={{ '--ticks': columns, '--widest': widest }}
      >
        {count > most ? <Columns strip={strip} columns={columns} /> : <Ticks strip={strip} />}
        {look === 'spaced' && strip.alike.map((run) => <Bracket key={run.from} run={run} count={count} />)}
      </span>
      {hasLabel && longest > 0 && <span className="strip-label">{whole(longest)} alike</span>}
    </span>
  );
}

function Ticks({ strip }: { readonly strip: Strip }) {
  return (
    <Each of={strip.ticks}>
      {({ tall, hollow }) => <i className={clsx(tall && 'tick-tall', hollow && 'tick-hollow')} />}
    </Each>
  );
}

function Columns({ strip, columns }: { readonly strip: Strip; readonly columns: number }) {
  return (
    <Each of={binsOf(strip.ticks, columns)}>
      {({ count, tall, hollow }) => {
        const share = (part: number): string => (count === 0 ? '0' : (part / count).toFixed(2));
        return <i className="tick-column" style={{ '--tall': share(tall), '--hollow': share(hollow) }} />;
      }}
    </Each>
  );
}

/** Stands under the ticks from the first to the last of a run. */
function Bracket({ run: { from, to }, count }: { readonly run: Alike; readonly count: number }) {
  return (
    <b
      className="strip-bracket"
      style={{ '--from': (from / (count - 1)).toFixed(4), '--to': ((count - to) / (count - 1)).toFixed(4) }}
    />
  );
}
