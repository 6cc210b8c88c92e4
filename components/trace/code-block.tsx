import clsx from 'clsx';
import { Each } from '@/components/ui/each';
import type { CallView } from '@/lib/trace/view/calls';
import type { CallPiece, CodeLine, CodePiece } from '@/lib/trace/view/code-view';
import { counted } from '@/lib/trace/view/figures';
import { type CellPlace, chipId, sentId, threadClass } from './names';

interface CodeBlockProps {
  readonly lines: readonly CodeLine[];
  readonly place: CellPlace;
  /** "Read each author, Django ORM, code". */
  readonly label: string;
  /** The line at which the run stopped. */
  readonly errorLine?: number | null;
  /** Code that was changed since it ran, from this line on. */
  readonly editedFrom?: number | null;
}

/**
 * Code as it is read, its calls underlined and numbered. Long lines wrap, by choice where a chain of calls can
 * be cut, and what is wrapped hangs one level deeper.
 */
export function CodeBlock({ lines, place, label, errorLine = null, editedFrom = null }: CodeBlockProps) {
  return (
    <ol className="code" aria-label={label}>
      {lines.map(({ number, depth, pieces }) => (
        <li
          key={number}
          className={clsx(
            number === errorLine && 'code-error',
            editedFrom !== null && number >= editedFrom && 'code-edited',
          )}
        >
          <span className="code-number" data-number={number} aria-hidden="true" />
          <code style={depth === 0 ? undefined : { '--depth': `${depth}ch` }}>
            {pieces.length === 0 ? '\n' : <Pieces pieces={pieces} place={place} />}
          </code>
        </li>
      ))}
    </ol>
  );
}

interface PiecesProps {
  readonly pieces: readonly CodePiece[];
  readonly place: CellPlace;
}

function Pieces({ pieces, place }: PiecesProps) {
  return (
    <Each of={pieces}>
      {(piece) =>
        piece.kind === 'call' ? (
          <Call piece={piece} place={place} />
        ) : (
          <Text text={piece.text} token={piece.token} />
        )
      }
    </Each>
  );
}

function Call({ piece, place }: { readonly piece: CallPiece; readonly place: CellPlace }) {
  const { call, isLast, pieces } = piece;
  const { number } = call;
  const className = clsx('call', number === null ? 'call-none' : threadClass(number));
  if (!isLast) {
    return (
      <span className={className} data-call={number ?? undefined}>
        <Pieces pieces={pieces} place={place} />
      </span>
    );
  }
  const last = pieces.at(-1);
  const [head, tail] = last?.kind === 'text' ? cutTail(last.text) : ['', ''];
  return (
    <span className={className} data-call={number ?? undefined}>
      <Pieces pieces={last?.kind === 'text' ? pieces.slice(0, -1) : pieces} place={place} />
      {last?.kind === 'text' && <Text text={head} token={last.token} />}
      {/* The chip stays with the end of what it numbers. */}
      <span className="call-tail">
        {last?.kind === 'text' && <Text text={tail} token={last.token} />}
        <Chip call={call} place={place} />
      </span>
    </span>
  );
}

function Chip({ call, place }: { readonly call: CallView; readonly place: CellPlace }) {
  if (call.number === null) {
    return (
      <span className="chip chip-none" title="Sent nothing here">
        0<span className="sr-only"> statements sent</span>
      </span>
    );
  }
  return (
    <a className="chip" id={chipId(place, call.number)} href={`#${sentId(place, call.number)}`}>
      <span className="sr-only">call </span>
      {call.number}
      <span className="sr-only">, {counted(call.statements.length, 'statement')}</span>
    </a>
  );
}

/** Text with places where it may be wrapped: behind an opening parenthesis, and before a dot behind a closing one. */
function Text({ text, token }: { readonly text: string; readonly token: string | null }) {
  if (text === '') return null;
  if (token !== null) return <span className={`code-${token}`}>{text}</span>;
  return (
    <Each of={text.split(/(?<=\()(?!\))|(?<=\))(?=\.)/)}>
      {(part, index) => (
        <>
          {index > 0 && <wbr />}
          {part}
        </>
      )}
    </Each>
  );
}

const LONGEST_TAIL = 16;

/** The end of a text that is not cut off from what stands behind it. */
function cutTail(text: string): [head: string, tail: string] {
  const tail = /(?:\.?[^\s.(,]{1,16})$/.exec(text)?.[0] ?? text.slice(-LONGEST_TAIL);
  return [text.slice(0, text.length - tail.length), tail];
}
