import { describe, expect, it } from 'vitest';
import type { Edit } from '@/lib/runtime';
import { hunksOf } from './edit-lines';

const BEFORE = 'import a\nimport c\n\nfor x in y:\n    save(x)\nprint("é😀", go(y))\n';

/** An edit at the first place where a text stands, in a line. */
function edit(line: number, before: string, after: string, column?: number): Edit {
  const ends = before.split('\n');
  const startColumn = column ?? BEFORE.split('\n')[line - 1]?.indexOf(ends[0] ?? '') ?? -1;
  const last = ends.at(-1)?.length ?? 0;
  const span = {
    file: 'script.py',
    startLine: line,
    startColumn,
    endLine: line + ends.length - 1,
    endColumn: ends.length === 1 ? startColumn + last : last,
  };
  return { span, before, after };
}

/** A diff as text: changed pieces in brackets. */
function drawn(...edits: Edit[]): string[] {
  return hunksOf({ 'script.py': BEFORE }, edits).map(({ removed, added }) =>
    [...removed.map((line) => ['-', line] as const), ...added.map((line) => ['+', line] as const)]
      .map(([sign, { number, pieces }]) => {
        const text = pieces.map((piece) => (piece.isChanged ? `[${piece.text}]` : piece.text)).join('');
        return `${sign}${number} ${text}`;
      })
      .join('\n'),
  );
}

describe('the lines that edits change', () => {
  it('show what was put into a line', () => {
    expect(drawn(edit(6, 'go(y)', 'go(y).all()'))).toEqual([
      '-6 print("é😀", [go(y)])\n+6 print("é😀", [go(y).all()])',
    ]);
  });

  it('are only those that are new where whole lines were put before one', () => {
    expect(drawn(edit(2, '', 'import b\n', 0))).toEqual(['+2 [import b]']);
  });

  it('are numbered as they are in each version', () => {
    expect(drawn(edit(2, '', 'import b\n', 0), edit(6, 'go', 'come'))).toEqual([
      '+2 [import b]',
      '-6 print("é😀", [go](y))\n+7 print("é😀", [come](y))',
    ]);
  });

  it('belong together where edits touch the same lines', () => {
    expect(drawn(edit(4, 'for x in y:\n    save(x)', 'save_all(y)'), edit(5, '', '  # all', 11))).toEqual([
      '-4 [for x in y:]\n-5 [    save(x)]\n+4 [save_all(y)][  # all]',
    ]);
  });
});
