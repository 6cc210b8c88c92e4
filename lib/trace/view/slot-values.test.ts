import { describe, expect, it } from 'vitest';
import { fillPiece, slotValuesOf } from './slot-values';

describe('values in the places of placeholders', () => {
  it('are in the order of the text, also where a number or a name comes twice', () => {
    const textsOf = (sql: string, params: Parameters<typeof slotValuesOf>[0]['params']) =>
      slotValuesOf({ sql, params, many: null }).map(({ text }) => text);
    expect(textsOf('SELECT ? + ?2 + ?1', [1, 'b'])).toEqual(['1', "'b'", '1']);
    expect(textsOf('SELECT :b, :a, :b', { a: 1, b: null })).toEqual(['NULL', '1', 'NULL']);
  });

  it('are cut with their text where it is long', () => {
    const text = `id IN (${Array.from({ length: 2_000 }, () => '?').join(', ')})`;
    const { pieces, hidden } = fillPiece(
      text,
      Array.from({ length: 2_000 }, (_, at) => ({ text: String(at), cut: false })),
    );
    expect(pieces.slice(0, 4)).toEqual([
      { kind: 'text', text: 'id IN (' },
      { kind: 'slot', placeholder: '?', value: { text: '0', cut: false } },
      { kind: 'text', text: ', ' },
      { kind: 'slot', placeholder: '?', value: { text: '1', cut: false } },
    ]);
    const shown = pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.placeholder)).join('');
    expect(text.startsWith(shown)).toBe(true);
    expect(shown.length + hidden).toBe(text.length);
    expect(pieces.length).toBeLessThan(300);
  });
});
