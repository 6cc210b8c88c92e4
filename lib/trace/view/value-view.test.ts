import { describe, expect, it } from 'vitest';
import { shownValue, valueViewOf } from './value-view';

describe('valueViewOf', () => {
  it.each([
    ['list', '[\'a, b\', "c]", (1, 2)]', ["'a, b'", '"c]"', '(1, 2)']],
    ['tuple', '(1,)', ['1']],
    ['dict', "{'a': [1, 2], 'b': {}}", ["'a': [1, 2]", "'b': {}"]],
    ['set', 'set()', null],
    ['list', '[]', []],
    ['str', "'[1, 2]'", null],
    ['app.Rows', '[1, 2]', null],
  ])('reads a %s: %s', (valueType, value, items) => {
    expect(valueViewOf({ value, valueType })?.items).toEqual(items);
  });

  it('says when there was more, and shows what there is', () => {
    expect(valueViewOf({ value: "['a', 'b…", valueType: 'list' })).toMatchObject({ cut: true });
  });

  it('has nothing to say of a cell without a value', () => {
    expect(valueViewOf({ value: null, valueType: null })).toBeNull();
  });

  it('shortens the type', () => {
    expect(valueViewOf({ value: "Decimal('5.00')", valueType: 'decimal.Decimal' })).toMatchObject({
      type: 'Decimal',
      items: null,
    });
  });
});

describe('shownValue', () => {
  it('tells NULL, an empty text and the text "NULL" apart', () => {
    expect([null, '', 'NULL'].map((value) => shownValue(value))).toMatchObject([
      { text: 'NULL', kind: 'null' },
      { text: '', kind: 'text' },
      { text: 'NULL', kind: 'text' },
    ]);
  });

  it('says a type that SQLite does not have', () => {
    expect(shownValue({ type: 'decimal', value: '12.50' })).toMatchObject({
      text: '12.50',
      kind: 'number',
      type: 'decimal',
    });
    expect(shownValue({ type: 'str', value: 'abc', length: 900 })).toMatchObject({
      kind: 'text',
      type: null,
      cut: true,
    });
  });
});
