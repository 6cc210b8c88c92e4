import { Fragment } from 'react';
import { Each } from '@/components/ui/each';
import type { ClauseHalf, HalfPart } from '@/lib/trace/alignment/clause-halves';
import { whole } from '@/lib/trace/view/figures';
import { type FilledPiece, fillPiece } from '@/lib/trace/view/slot-values';
import type { SlotValue } from '@/lib/trace/view/sql-view';

interface ClauseTextProps {
  readonly half: ClauseHalf;
  /** Of all placeholders of the statement, in order. */
  readonly values: readonly SlotValue[];
}

/** What one statement has of a clause; what differs from the other is underlined, and read out as different. */
export function ClauseText({ half: { parts, separator }, values }: ClauseTextProps) {
  if (parts.length === 0) return <span className="clause-none">none</span>;
  return (
    <Each of={parts}>
      {(part, index) => (
        <Fragment>
          {index > 0 && separator}
          <code className={separator === null ? 'clause-part clause-line' : 'clause-part'}>
            <Part part={part} values={values} />
          </code>
        </Fragment>
      )}
    </Each>
  );
}

function Part({ part, values }: { readonly part: HalfPart; readonly values: readonly SlotValue[] }) {
  if (part.kind === 'same') return <span className="clause-same">{whole(part.count)} more, the same</span>;
  const { text, slots, mark } = part;
  const kindLength = mark === 'join-kind' ? (JOIN_KIND.exec(text)?.[0].length ?? 0) : 0;
  const own = slots.flatMap((slot) => values[slot] ?? []);
  switch (mark) {
    case 'none':
      return <Filled text={text} values={own} />;
    case 'all':
      return (
        <Marked>
          <Filled text={text} values={own} />
        </Marked>
      );
    case 'join-kind':
      return (
        <>
          <Marked>{text.slice(0, kindLength)}</Marked>
          <Filled text={text.slice(kindLength)} values={own} />
        </>
      );
  }
}

const JOIN_KIND = /^(?:(?:natural|left|right|full|inner|cross|outer)\s+)*join/i;

function Marked({ children }: { readonly children: React.ReactNode }) {
  return (
    <mark className="clause-mark">
      <span className="sr-only">differs: </span>
      {children}
    </mark>
  );
}

function Filled({ text, values }: { readonly text: string; readonly values: readonly SlotValue[] }) {
  const { pieces, hidden } = fillPiece(text, values);
  return (
    <>
      <Each of={pieces}>{(piece) => <Piece piece={piece} />}</Each>
      {hidden > 0 && <span className="clause-same"> … {whole(hidden)} more characters</span>}
    </>
  );
}

function Piece({ piece }: { readonly piece: FilledPiece }) {
  if (piece.kind === 'text') return piece.text;
  return (
    <>
      <span className="sql-placeholder">{piece.placeholder}</span>
      <span className="sql-values">
        <span className="slot">{piece.value.text}</span>
      </span>
    </>
  );
}
