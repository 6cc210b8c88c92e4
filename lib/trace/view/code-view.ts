import type { CallView } from './calls';
import { type PythonToken, pythonTokens } from './python-tokens';

/** A piece of a line of code. */
export type CodePiece =
  | { readonly kind: 'text'; readonly text: string; readonly token: PythonToken['kind'] | null }
  | CallPiece;

/** The part of a call that lies in one line; calls may lie in calls. */
export interface CallPiece {
  readonly kind: 'call';
  readonly call: CallView;
  /** Here it begins, and here it ends; its chip stands at the end. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly pieces: readonly CodePiece[];
}

/** A line of code. */
export interface CodeLine {
  /** As in its file, from 1. */
  readonly number: number;
  /** Columns by which it is set in; wrapped parts hang deeper by one level. */
  readonly depth: number;
  readonly pieces: readonly CodePiece[];
}

/** Code above this is not highlighted. Characters. */
const HIGHLIGHT_LIMIT = 200_000;

/**
 * Draws code, its calls underlined.
 * @param text of a cell, or a file; empty lines at its end are not drawn
 * @param firstLine the number of its first line in its file
 * @param calls those of this text; what lies outside of it is left out
 * @param shift lines by which the text has moved down since the calls were made
 */
export function codeLines(
  text: string,
  firstLine: number,
  calls: readonly CallView[],
  shift = 0,
): readonly CodeLine[] {
  const tokens = text.length > HIGHLIGHT_LIMIT ? [] : pythonTokens(text);
  const lines: CodeLine[] = [];
  let start = 0;
  let next = 0;
  for (const line of text.trimEnd().split('\n')) {
    const end = start + line.length;
    while ((tokens[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const own: PythonToken[] = [];
    for (let at = next; (tokens[at]?.start ?? end) < end; at += 1) {
      const token = tokens[at];
      if (token !== undefined)
        own.push({ kind: token.kind, start: token.start - start, end: token.end - start });
    }
    const number = firstLine + lines.length;
    const depth = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0;
    lines.push({ number, depth, pieces: piecesOf(line, own, partsIn(number - shift, line, calls)) });
    start = end + 1;
  }
  return lines;
}

/** The part of a call in one line, by columns. */
interface Part {
  readonly call: CallView;
  readonly from: number;
  readonly to: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function partsIn(number: number, line: string, calls: readonly CallView[]): readonly Part[] {
  return calls.flatMap((call): Part[] => {
    const { startLine, startColumn, endLine, endColumn } = call.span;
    if (number < startLine || number > endLine) return [];
    const isFirst = number === startLine;
    const isLast = number === endLine;
    const from = isFirst ? startColumn : indentOf(line);
    const to = isLast ? Math.min(endColumn, line.length) : line.length;
    return to > from ? [{ call, from, to, isFirst, isLast }] : [];
  });
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Nests parts into each other, and cuts what is between them by its tokens. Outer parts come first in `parts`. */
function piecesOf(
  line: string,
  tokens: readonly PythonToken[],
  parts: readonly Part[],
): readonly CodePiece[] {
  const within = (from: number, to: number, inner: readonly Part[]): CodePiece[] => {
    const pieces: CodePiece[] = [];
    let at = from;
    let rest = inner;
    while (rest.length > 0) {
      const [part, ...others] = rest;
      if (part === undefined) break;
      const end = Math.min(part.to, to);
      if (part.from < at || end <= part.from) {
        rest = others;
        continue;
      }
      pieces.push(...textPieces(line, at, part.from, tokens));
      const { call, isFirst, isLast } = part;
      const own = others.filter((other) => other.from < end);
      pieces.push({ kind: 'call', call, isFirst, isLast, pieces: within(part.from, end, own) });
      at = end;
      rest = others.filter((other) => other.from >= end);
    }
    pieces.push(...textPieces(line, at, to, tokens));
    return pieces;
  };
  return within(0, line.length, parts);
}

function textPieces(line: string, from: number, to: number, tokens: readonly PythonToken[]): CodePiece[] {
  const pieces: CodePiece[] = [];
  const push = (start: number, end: number, token: PythonToken['kind'] | null): void => {
    if (end > start) pieces.push({ kind: 'text', text: line.slice(start, end), token });
  };
  let at = from;
  for (const { kind, start, end } of tokens) {
    if (end <= from || start >= to) continue;
    push(at, Math.max(at, start), null);
    push(Math.max(at, start), Math.min(end, to), kind);
    at = Math.min(end, to);
  }
  push(at, to, null);
  return pieces;
}
