import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePython } from './parse-python';
import { pythonValue, repr } from './testing-python';

describe('parsePython', () => {
  it('reads what repr writes, whatever the value', () => {
    fc.assert(
      fc.property(pythonValue, (value) => {
        expect(parsePython(repr(value))).toEqual({ kind: 'value', value });
      }),
      { numRuns: 500 },
    );
  });

  it('never fails, whatever the text', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '{',
      '}',
      '<',
      '>',
      ',',
      ':',
      "'",
      'a',
      'b"',
      '1',
      '…',
      'Q(',
      '\\',
      ' ',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (each) => {
        expect(['value', 'cut', 'unreadable']).toContain(parsePython(each).kind);
      }),
    );
  });

  it('gives the whole items of a list that was cut anywhere', () => {
    const items = ["'a, b'", "(1, Decimal('2.50'))", '<Book: x>', '{1: [2, 3]}'];
    const text = `[${items.join(', ')}]`;
    const lengths = new Set<number>();
    for (let end = 1; end < text.length; end += 1) {
      const parsed = parsePython(`${text.slice(0, end)}…`);
      if (parsed.kind !== 'value' || parsed.value.kind !== 'list')
        throw new Error(`cut at ${end}: ${parsed.kind}`);
      const whole = parsed.value.items;
      expect([parsed.value.isCut, whole.map(repr)]).toEqual([true, items.slice(0, whole.length)]);
      lengths.add(whole.length);
    }
    expect([...lengths]).toEqual([0, 1, 2, 3, 4]);
  });

  it.each([
    ['set()', { kind: 'set', items: [], isCut: false }],
    ["''", { kind: 'str', value: '' }],
    [`"it's"`, { kind: 'str', value: "it's" }],
    [String.raw`'\x00\u200b\U0001f600\\'`, { kind: 'str', value: '\0\u200b\u{1f600}\\' }],
    ['(5)', { kind: 'int', text: '5' }],
    ['0x1f', { kind: 'int', text: '0x1f' }],
    [
      "<QuerySet [1, '...(remaining elements truncated)...']>",
      { kind: 'QuerySet', items: [{ kind: 'int', text: '1' }], isCut: true },
    ],
    ['<Book: a > b>', { kind: 'object', text: '<Book: a > b>' }],
    [
      'Point(x=1, y=None)',
      {
        kind: 'call',
        name: 'Point',
        args: [],
        named: [
          ['x', { kind: 'int', text: '1' }],
          ['y', { kind: 'none' }],
        ],
      },
    ],
  ])('reads %s', (text, value) => {
    expect(parsePython(text)).toEqual({ kind: 'value', value });
  });

  it.each(["'abc…", '…', "Decimal('1.5…"])('knows that %s was cut', (text) => {
    expect(parsePython(text).kind).toBe('cut');
  });

  it.each(['', 'Color.RED', '[1, 2', "'a", '1 2', '1+2j', '[...]'])('does not read %j', (text) => {
    expect(parsePython(text).kind).toBe('unreadable');
  });
});
