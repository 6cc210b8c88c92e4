import { Each } from '@/components/ui/each';
import { counted, whole } from '@/lib/trace/view/figures';
import type { Slot, SqlView, ViewLine, ViewPiece } from '@/lib/trace/view/sql-view';
import { assertNever } from '@/lib/util/assert-never';

/** Lines that are shown before the rest is folded away. */
const SHOWN_LINES = 8;

/** SQL clause by clause, its parameters as values in their places, or as placeholders with a list beside them. */
export function SqlText({ view }: { readonly view: SqlView }) {
  if (view.lines === null) {
    return (
      <div className="sql">
        <pre className="sql-head">{view.head}</pre>
        <p className="sql-note">
          Not laid out: the text has {whole(view.length)} characters. The first {whole(view.head.length)} are
          shown here, {view.kept < view.length ? `the first ${whole(view.kept)}` : 'all of them'} by “As
          sent”.
        </p>
      </div>
    );
  }
  const isLong = view.lines.length > SHOWN_LINES + 2;
  const shown = isLong ? view.lines.slice(0, SHOWN_LINES) : view.lines;
  return (
    <div className="sql">
      <Lines lines={shown} />
      {isLong && (
        <details className="sql-rest">
          <summary>{counted(view.lines.length - SHOWN_LINES, 'more line')}</summary>
          <Lines lines={view.lines.slice(SHOWN_LINES)} />
        </details>
      )}
      {view.params.length > 0 && (
        <p className="sql-apart">
          {view.params.map(({ name, slot }) => (
            <span key={name} className="sql-param">
              {name}: <Values piece={slot} />
            </span>
          ))}
          {view.moreParams > 0 && <span className="sql-more">{counted(view.moreParams, 'more value')}</span>}
        </p>
      )}
      {view.moreSets > 0 && <p className="sql-note">{counted(view.moreSets, 'more set')} of values</p>}
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly ViewLine[] }) {
  return (
    <Each of={lines}>
      {({ indent, pieces }) => (
        <code className="sql-line" style={indent === 0 ? undefined : { '--indent': `${indent * 2}ch` }}>
          <Each of={pieces}>{(piece) => <Piece piece={piece} />}</Each>
          {'\n'}
        </code>
      )}
    </Each>
  );
}

function Piece({ piece }: { readonly piece: ViewPiece }) {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'keyword':
      return <b>{piece.text}</b>;
    case 'comment':
      return <span className="sql-comment">{piece.text}</span>;
    case 'more':
      return <span className="sql-more">{counted(piece.count, `more ${piece.unit}`)}</span>;
    case 'columns':
      return (
        <span className="sql-columns">
          <button type="button" className="sql-columns-button needs-script" data-key="columns">
            {counted(piece.count, 'more column')}
          </button>
          <span className="sql-columns-rest">
            <Each of={piece.pieces}>{(each) => <Piece piece={each} />}</Each>
          </span>
        </span>
      );
    case 'slot':
      return (
        <>
          <span className="sql-placeholder">{piece.placeholder}</span>
          <span className="sql-values">
            <Values piece={piece} />
          </span>
        </>
      );
    default:
      return assertNever(piece);
  }
}

function Values({ piece: { values, hidden } }: { readonly piece: Slot }) {
  return (
    <Each of={values}>
      {({ text }, index) => (
        <>
          {index > 0 && (hidden > 0 && index === values.length - 1 ? ' … ' : ' ')}
          <span className="slot">{text}</span>
        </>
      )}
    </Each>
  );
}
