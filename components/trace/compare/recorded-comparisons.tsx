import ChevronRight from 'lucide-react/icons/chevron-right';
import { Icon } from '@/components/ui/icon';
import { compareCalls } from '@/lib/trace/alignment/compare-calls';
import { sayAlignment } from '@/lib/trace/alignment/say-alignment';
import type { Statement } from '@/lib/trace/schema';
import { counterpartsOf } from '@/lib/trace/view/counterparts';
import type { CellView } from '@/lib/trace/view/side-view';
import { CallName, ComparedCallsView } from './compared-calls';

interface RecordedComparisonsProps {
  readonly django: CellView;
  readonly sqlalchemy: CellView;
}

/**
 * Under a row of a recorded run: each call and the one that does its work on the other side, clause by clause,
 * folded. Pinning a call opens its own.
 */
export function RecordedComparisons({ django, sqlalchemy }: RecordedComparisonsProps) {
  const calls = [...counterpartsOf(django, sqlalchemy)].sort(([one], [other]) => one - other);
  return calls.map(([own, theirs]) => {
    const compared = compareCalls(sentBy(django, own), sentBy(sqlalchemy, theirs));
    const [first] = compared.pairs;
    if (first === undefined) return null;
    return (
      <details
        key={own}
        className="compare compare-fold"
        data-compare-django={own}
        data-compare-sqlalchemy={theirs}
      >
        <summary className="compare-head">
          <Icon of={ChevronRight} className="compare-fold-sign" />
          <span className="compare-fold-name">Clause by clause</span>
          <CallName orm="django" call={own} />
          <CallName orm="sqlalchemy" call={theirs} />
          <span className="compare-fold-says">
            {sayAlignment(first.alignment)}
            {compared.pairs.length > 1 && ', and more'}
          </span>
        </summary>
        <ComparedCallsView compared={compared} />
      </details>
    );
  });
}

function sentBy({ items }: CellView, call: number): readonly Statement[] {
  return items.flatMap((item) => (item.call === call ? item.statements : []));
}
