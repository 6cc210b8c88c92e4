import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallView } from './calls';
import { type CodePiece, codeLines } from './code-view';

/** A call at the nth occurrence of a text. */
function callAt(code: string, text: string, number: number | null): CallView {
  const start = code.indexOf(text);
  const before = code.slice(0, start).split('\n');
  const lines = text.split('\n');
  const startColumn = before.at(-1)?.length ?? 0;
  const last = lines.at(-1)?.length ?? 0;
  const span = {
    file: 'script.py',
    startLine: before.length,
    startColumn,
    endLine: before.length + lines.length - 1,
    endColumn: lines.length === 1 ? startColumn + last : last,
  };
  return { number, span, ids: [], statements: [] };
}

/** Lines with calls in brackets, their numbers at their ends. */
function drawn(code: string, calls: readonly CallView[]): string[] {
  const text = (piece: CodePiece): string => {
    if (piece.kind === 'text') return piece.text;
    return `⟦${piece.pieces.map(text).join('')}${piece.isLast ? `#${piece.call.number}` : ''}⟧`;
  };
  return codeLines(code, 1, calls).map(({ pieces }) => pieces.map(text).join(''));
}

describe('codeLines', () => {
  it('marks calls, one in another, behind any text', () => {
    const code = 'źródło = "😀"; total = f(a.b, a.c)  # done';
    const calls = [callAt(code, 'f(a.b, a.c)', 2), callAt(code, 'a.b', 1), callAt(code, 'a.c', 3)];
    expect(drawn(code, calls)).toEqual(['źródło = "😀"; total = ⟦f(⟦a.b#1⟧, ⟦a.c#3⟧)#2⟧  # done']);
  });

  it('marks a call of several lines in each, without their indentation, its number at the end', () => {
    const code = 'x = get(\n    a,\n\n)[0]';
    expect(drawn(code, [callAt(code, 'get(\n    a,\n\n)', 1)])).toEqual([
      'x = ⟦get(⟧',
      '    ⟦a,⟧',
      '',
      '⟦)#1⟧[0]',
    ]);
  });

  it('moves calls along when the text has moved, and leaves out what lies outside of it', () => {
    const call = callAt('a.b', 'a.b', 1);
    const [line] = codeLines('x\na.b', 6, [call], 6);
    expect(line).toMatchObject({ number: 6, pieces: [{ kind: 'text', text: 'x' }] });
    expect(codeLines('x\na.b', 6, [call], 6)[1]?.pieces).toMatchObject([{ kind: 'call' }]);
    expect(drawn('x', [callAt('\n\na.b', 'a.b', 1)])).toEqual(['x']);
  });

  it('knows keywords, strings and comments, over lines too', () => {
    const tokens = codeLines('for x in """a\nb""":  # c', 1, []).map(({ pieces }) =>
      pieces.map((piece) => (piece.kind === 'text' ? [piece.token, piece.text] : [])),
    );
    expect(tokens).toEqual([
      [
        ['keyword', 'for'],
        [null, ' x '],
        ['keyword', 'in'],
        [null, ' '],
        ['string', '"""a'],
      ],
      [
        ['string', 'b"""'],
        [null, ':  '],
        ['comment', '# c'],
      ],
    ]);
  });

  it('never loses or adds a character, whatever the calls', () => {
    const column = fc.integer({ min: 0, max: 12 });
    const line = fc.integer({ min: 1, max: 4 });
    const call = fc
      .record({ startLine: line, endLine: line, startColumn: column, endColumn: column })
      .map((span, index = 1) => ({
        number: index,
        span: { ...span, file: 'script.py' },
        ids: [],
        statements: [],
      }));
    const textOf = (pieces: readonly CodePiece[]): string =>
      pieces.map((piece) => (piece.kind === 'text' ? piece.text : textOf(piece.pieces))).join('');
    fc.assert(
      fc.property(fc.array(call, { maxLength: 6 }), (calls) => {
        const code = 'with a() as b:\n    f"{b.c}" # d\n    "e\n    g(h.i)';
        expect(codeLines(code, 1, calls).map(({ pieces }) => textOf(pieces))).toEqual(code.split('\n'));
      }),
    );
  });
});
