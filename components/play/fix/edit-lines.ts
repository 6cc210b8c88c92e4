import type { Edit } from '@/lib/runtime';
import type { Files } from '@/lib/scenarios/types';
import { byOffset, type OffsetEdit } from '@/lib/stores/fixes/offsets';

/** Lines of one file that an edit replaces, and those that it puts there. */
export interface Hunk {
  readonly file: string;
  readonly removed: readonly DiffLine[];
  readonly added: readonly DiffLine[];
}

export interface DiffLine {
  /** In the file as it was, or as it is with the edits; from 1. */
  readonly number: number;
  readonly pieces: readonly DiffPiece[];
}

export interface DiffPiece {
  readonly text: string;
  /** Whether it is only in this version. */
  readonly isChanged: boolean;
}

/** The lines that edits change, each with the characters that they change in it: they are known, not guessed. */
export function hunksOf(before: Files, edits: readonly Edit[]): readonly Hunk[] {
  const names = [...new Set(edits.map(({ span }) => span.file))];
  return names.flatMap((file) =>
    hunksOfFile(
      file,
      before[file] ?? '',
      edits.filter(({ span }) => span.file === file),
    ),
  );
}

function hunksOfFile(file: string, text: string, edits: readonly Edit[]): Hunk[] {
  let moved = 0;
  return groupsOf(text, byOffset(text, edits)).map(({ start, end, edits: own }): Hunk => {
    const first = text.slice(0, start).split('\n').length;
    const removed = linesOf(piecesOf(text, start, end, own, 'before'), first);
    const added = linesOf(piecesOf(text, start, end, own, 'after'), first + moved);
    moved += added.length - removed.length;
    return { file, ...withoutEqualEnds(removed, added) };
  });
}

/** Edits that touch the same lines, with the offsets at which these lines begin and end. */
interface Group {
  readonly start: number;
  readonly end: number;
  readonly edits: readonly OffsetEdit[];
}

function groupsOf(text: string, edits: readonly OffsetEdit[]): Group[] {
  const groups: Group[] = [];
  for (const edit of edits) {
    const start = text.lastIndexOf('\n', edit.start - 1) + 1;
    const lineEnd = text.indexOf('\n', edit.start + edit.before.length);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const last = groups.at(-1);
    if (last !== undefined && start <= last.end)
      groups[groups.length - 1] = { ...last, end: Math.max(end, last.end), edits: [...last.edits, edit] };
    else groups.push({ start, end, edits: [edit] });
  }
  return groups;
}

function piecesOf(
  text: string,
  start: number,
  end: number,
  edits: readonly OffsetEdit[],
  version: 'before' | 'after',
): DiffPiece[] {
  const pieces: DiffPiece[] = [];
  let at = start;
  for (const edit of edits) {
    pieces.push({ text: text.slice(at, edit.start), isChanged: false });
    pieces.push({ text: edit[version], isChanged: true });
    at = edit.start + edit.before.length;
  }
  return [...pieces, { text: text.slice(at, end), isChanged: false }];
}

function linesOf(pieces: readonly DiffPiece[], first: number): DiffLine[] {
  const lines: DiffPiece[][] = [[]];
  for (const { text, isChanged } of pieces)
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, isChanged });
    }
  return lines.map((own, index) => ({ number: first + index, pieces: own }));
}

/** Whole lines that were put before or behind a line leave that line as it was. */
function withoutEqualEnds(
  removed: readonly DiffLine[],
  added: readonly DiffLine[],
): Pick<Hunk, 'removed' | 'added'> {
  const textOf = (line: DiffLine | undefined): string | undefined =>
    line?.pieces.map(({ text }) => text).join('');
  const most = Math.min(removed.length, added.length);
  let start = 0;
  while (start < most && textOf(removed[start]) === textOf(added[start])) start += 1;
  let end = 0;
  while (end < most - start && textOf(removed.at(-1 - end)) === textOf(added.at(-1 - end))) end += 1;
  return {
    removed: removed.slice(start, removed.length - end),
    added: added.slice(start, added.length - end),
  };
}
