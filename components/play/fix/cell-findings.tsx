'use client';

import { changeOf, type FixRecord } from '@/lib/stores/fixes/fix-record';
import { useFixes } from '@/lib/stores/use-desk';
import type { Finding } from '@/lib/trace/findings/finding';
import { fixIn } from '@/lib/trace/findings/fixes';
import { FixOffer } from './fix-offer';
import { FixResult } from './fix-result';
import type { FixableSide } from './fixable-side';
import { findingsAt, recordsAt, wantedFix } from './offers';
import { useRowManner } from './use-row-manner';

interface CellFindingsProps {
  readonly side: FixableSide;
  readonly other: FixableSide;
  readonly index: number;
  readonly otherIndex: number | null;
}

/** What there is to look at in a cell, and what became of the fixes in it. */
export function CellFindings({ side, other, index, otherIndex }: CellFindingsProps) {
  const records = recordsAt(
    useFixes((state) => state.records),
    side,
    index,
  );
  const { manner } = useRowManner([
    { side, index },
    { side: other, index: otherIndex },
  ]);
  return (
    <>
      {records.flatMap((record) =>
        changeOf(record.state) === null ? [] : [<FixResult key={record.id} record={record} />],
      )}
      {findingsAt(side, index).map((finding) => (
        <FixOffer
          key={finding.statements.join()}
          finding={finding}
          fix={fixIn(manner, finding)}
          wanted={wantedFix(side, index, finding, manner)}
          tried={records.find((record) => isTry(record, finding)) ?? null}
        />
      ))}
    </>
  );
}

/** Whether a record that changed nothing is of this finding; a run since may have found it anew. */
function isTry({ state, finding: { kind, place } }: FixRecord, finding: Finding): boolean {
  if (changeOf(state) !== null || kind !== finding.kind) return false;
  const { startLine, startColumn } = finding.place.span;
  return place.span.startLine === startLine && place.span.startColumn === startColumn;
}
