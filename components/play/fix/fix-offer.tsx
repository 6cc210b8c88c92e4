'use client';

import Pencil from 'lucide-react/icons/pencil';
import { FindingLine, FixAdvice } from '@/components/trace/finding-line';
import { findingName } from '@/components/trace/finding-words';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useDesk } from '@/lib/stores/desk-provider';
import type { FixRecord, WantedFix } from '@/lib/stores/fixes/fix-record';
import { useFixes } from '@/lib/stores/use-desk';
import type { Finding, Fix } from '@/lib/trace/findings/finding';
import { fixName } from '@/lib/trace/findings/fixes';

interface FixOfferProps {
  readonly finding: Finding;
  /** The finding's fix, in the manner of its row. */
  readonly fix: Fix;
  /** Null where a program cannot try to write it. */
  readonly wanted: WantedFix | null;
  /** What came of an earlier try that changed nothing. */
  readonly tried: FixRecord | null;
}

/** A finding, with the button that mends it, or in words how it is mended. */
export function FixOffer({ finding, fix, wanted, tried }: FixOfferProps) {
  const desk = useDesk();
  const isWaiting = useFixes((state) => state.isBusy || !state.isReady);
  const state = tried?.state;
  const name = findingName(finding.kind);
  if (state?.kind === 'refused') {
    return (
      <>
        <FindingLine name={name}>{finding.cause}</FindingLine>
        <div className="fix-refusal">
          <p>
            <b>Not written for you.</b> {state.why} This is the usual way:
          </p>
          <FixAdvice fix={fix} />
        </div>
      </>
    );
  }
  const isMine = state?.kind === 'asking';
  return (
    <>
      <FindingLine
        name={name}
        advice={wanted === null ? fix : null}
        action={
          wanted !== null && (
            <Button
              size="small"
              aria-disabled={isWaiting}
              onClick={() => {
                if (!isWaiting) void desk.fixes.getState().fix([wanted]);
              }}
            >
              <Icon of={Pencil} />
              {isMine ? 'Writing the fix' : `Fix: ${fixName(fix)}`}
            </Button>
          )
        }
      >
        {finding.cause}
      </FindingLine>
      {state?.kind === 'failed' && (
        <p className="fix-refusal">
          <b>Not written.</b> {state.why}
        </p>
      )}
    </>
  );
}
