import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlignedPart } from './alignment';
import { halvesOf } from './clause-halves';

const piece = fc.record({ text: fc.string({ minLength: 1 }), slots: fc.constant([]) });
const part: fc.Arbitrary<AlignedPart> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ state: fc.constant('same' as const), left: piece, right: piece }) },
  fc.record({ state: fc.constant('changed' as const), left: piece, right: piece, isJoinKind: fc.boolean() }),
  fc.record({ state: fc.constant('only-left' as const), left: piece, right: fc.constant(null) }),
  fc.record({ state: fc.constant('only-right' as const), left: fc.constant(null), right: piece }),
);

describe('the two halves of a clause', () => {
  it('show every part that differs, and show or count every other one', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const halves = halvesOf({ name: 'select', differs: true, parts });
        for (const side of ['left', 'right'] as const) {
          const half = halves[side === 'left' ? 'django' : 'sqlalchemy'].parts;
          const own = parts.flatMap((each) => (each[side] === null ? [] : [each]));
          const marked = half.flatMap((each) =>
            each.kind === 'part' && each.mark !== 'none' ? [each.text] : [],
          );
          expect(marked).toEqual(
            own.flatMap((each) => (each.state === 'same' ? [] : (each[side]?.text ?? []))),
          );
          const total = half.reduce((sum, each) => sum + (each.kind === 'same' ? each.count : 1), 0);
          expect(total).toBe(own.length);
        }
      }),
    );
  });

  it('count a long run of the same columns behind its first three', () => {
    const same = (text: string): AlignedPart => ({
      state: 'same',
      left: { text, slots: [] },
      right: { text: text.toUpperCase(), slots: [] },
    });
    const { django, sqlalchemy } = halvesOf({
      name: 'select',
      differs: false,
      parts: [...'abcdefghij'].map(same),
    });
    expect(django.parts.map((each) => (each.kind === 'part' ? each.text : each.count))).toEqual([
      'a',
      'b',
      'c',
      7,
    ]);
    expect(sqlalchemy.parts).toHaveLength(4);
  });
});
