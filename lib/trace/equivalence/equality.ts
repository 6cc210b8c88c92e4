import type { Orm } from '../../orm/orm';

/**
 * Whether both sides came to the same, for one pair of cells or of statements. A list or a result has rows;
 * anything else is one value.
 */
export type Equality =
  | { readonly kind: 'same'; readonly unit: Unit; readonly count: number; readonly extent: Extent }
  | { readonly kind: 'other-order'; readonly unit: Unit; readonly count: number }
  | {
      readonly kind: 'other-types';
      readonly unit: Unit;
      readonly count: number;
      readonly extent: Extent;
      readonly isSameOrder: boolean;
      /** Each pair of types once, in the order in which they were met. */
      readonly types: readonly TypePair[];
    }
  | {
      readonly kind: 'different';
      readonly unit: Unit;
      readonly extent: Extent;
      /** How many rows only one side has; a row that differs counts on both. */
      readonly only: Readonly<Record<Orm, number>>;
    }
  | { readonly kind: 'compared-as-text'; readonly isSame: boolean; readonly why: TextReason }
  | { readonly kind: 'nothing'; readonly why: Nothing };

export type Unit = 'row' | 'value';

/** `first`: the trace holds only the first rows of one side at least; the others were not compared. */
export type Extent = 'all' | 'first';

/** Names of Python types: `Decimal` and `float`. */
export type TypePair = Readonly<Record<Orm, string>>;

/**
 * `cut`: it is longer than what the trace holds of it; `unreadable`: no literal that is known here;
 * `objects`: it holds objects that show themselves by a text of their own.
 */
export type TextReason = 'cut' | 'unreadable' | 'objects';

/** Why there is nothing to compare. */
export type Nothing =
  | { readonly kind: 'no-cell'; readonly orm: Orm }
  | { readonly kind: 'stopped'; readonly at: Readonly<Partial<Record<Orm, number | null>>> }
  | { readonly kind: 'running' }
  | { readonly kind: 'no-value'; readonly orms: readonly Orm[] };
