import { FindingLine } from '@/components/trace/finding-line';
import { findingName } from '@/components/trace/finding-words';
import { findingsAt } from './fix/offers';
import type { PlaySide } from './use-sides';

interface PastFindingsProps {
  readonly side: PlaySide;
  readonly index: number;
}

/** What there was to look at in a cell of an earlier run: code that is only read has nothing to fix. */
export function PastFindings({ side, index }: PastFindingsProps) {
  return findingsAt(side, index).map(({ kind, cause, statements }) => (
    <FindingLine key={statements.join()} name={findingName(kind)}>
      {cause}
    </FindingLine>
  ));
}
